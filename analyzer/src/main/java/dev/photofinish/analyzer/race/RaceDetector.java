package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Guard;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.order.FrozenFields;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.LockSets;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.SiteStacks;
import dev.photofinish.analyzer.trace.TaskSubmission;
import dev.photofinish.analyzer.trace.ThreadNames;
import dev.photofinish.analyzer.trace.WindowStacks;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the races of one complete window: two accesses to one variable by different threads, one of them a write, that
 * happens-before does not order. The agent left out only pairs that it knew to be ordered, so an unordered pair is a race.
 */
public final class RaceDetector {
    /** Steps of comparison that one window may take: some ten seconds of one core. */
    private static final long MAX_STEPS = 1L << 27;

    private static final String EXCLUSIVE = "java.util.concurrent.locks.ReentrantLock";

    private final WindowTrace trace;
    private final FrozenFields orders;
    private final SiteDictionary sites;
    private final LockSets lockSets;
    private final WindowStacks stacks;
    private final Guards guards;
    private final NearestSync nearest;
    private final Map<String, Candidate> candidates = new TreeMap<>();
    private final Map<CodePair, Candidate> candidatesByCode = new HashMap<>();

    /** For a window that is complete, with a consistent order. */
    public RaceDetector(WindowTrace trace, HappensBefore order, SiteDictionary sites, SiteStacks earlierStacks) {
        this.trace = trace;
        this.orders = new FrozenFields(trace, order);
        this.sites = sites;
        this.lockSets = new LockSets(trace);
        this.stacks = new WindowStacks(trace, sites, earlierStacks);
        this.guards = new Guards(trace, sites, lockSets);
        this.nearest = new NearestSync(trace, sites);
    }

    /** The races by fingerprint; null where there are too many accesses to compare. Called once. */
    public @Nullable List<Race> detect(RaceHistory history) {
        long steps = 0;
        Map<Variable, List<FieldAccess>> variables = new TreeMap<>();
        List<FieldAccess> accesses = trace.accesses();
        VariableNames names = new VariableNames(accesses, this::site);
        for (FieldAccess access : accesses) {
            Variable variable = new Variable(names.of(access), access.object(), access.index());
            variables.computeIfAbsent(variable, key -> new ArrayList<>()).add(access);
        }
        for (Map.Entry<Variable, List<FieldAccess>> variable : variables.entrySet()) {
            VariablePairs pairs = new VariablePairs(
                    variable.getValue(), orders.order(variable.getKey().object()));
            if (!pairs.find(MAX_STEPS - steps, (a, b, count) -> add(variable.getKey(), a, b, count))) {
                return null;
            }
            steps += pairs.steps();
        }
        List<Race> races = new ArrayList<>();
        candidates.forEach((fingerprint, candidate) -> races.add(race(fingerprint, candidate, history)));
        races.sort(Comparator.comparing(Race::field).thenComparing(Race::fingerprint));
        return races;
    }

    /** The annotations that say that races are meant, by the fingerprint of the race; after {@link #detect}. */
    public Map<String, String> suppressedBy() {
        Map<String, String> annotations = new HashMap<>();
        candidates.forEach((fingerprint, candidate) -> {
            String one = candidate.first.site().suppressedBy();
            String annotation = one.isEmpty() ? candidate.second.site().suppressedBy() : one;
            if (!annotation.isEmpty()) {
                annotations.put(fingerprint, annotation);
            }
        });
        return annotations;
    }

    private void add(Variable variable, FieldAccess a, FieldAccess b, long pairs) {
        List<LockSetMember> one = lockSets.held(a);
        List<LockSetMember> other = lockSets.held(b);
        if (one != null
                && other != null
                && (isUnderOneLock(one, other) || isUnderASuccessor(one, other) || isUnderASuccessor(other, one))) {
            return;
        }
        CodePair code = new CodePair(variable.field(), a.site(), a.kind(), b.site(), b.kind());
        Candidate candidate = candidatesByCode.computeIfAbsent(code, key -> candidate(variable.field(), a, b));
        candidate.pairs += pairs;
        candidate.variables.add(variable);
    }

    /**
     * Whether both accesses hold one {@code ReentrantLock}. That orders them by itself, but for the locks inside
     * {@code java.util.concurrent}, which order nothing by its documentation: what a queue calls while it holds its lock excludes itself
     * all the same.
     */
    private static boolean isUnderOneLock(List<LockSetMember> one, List<LockSetMember> other) {
        return one.stream()
                .filter(lock -> lock.object() != 0 && lock.lockClass().equals(EXCLUSIVE))
                .anyMatch(held -> other.stream().anyMatch(lock -> lock.object() == held.object()));
    }

    /**
     * Whether a lock of the one access is gone by the end of the window, and the other access holds one of its class that was taken at the
     * same place. Locks that are held weakly (Guava's {@code Striped.lazyWeakLock}) are replaced once they were collected: no rule of the
     * memory model says that what was done under the one comes before what is done under the next, but the collector, which has stopped or
     * met every thread in between, does.
     */
    private static boolean isUnderASuccessor(List<LockSetMember> one, List<LockSetMember> other) {
        return one.stream()
                .filter(lock -> lock.object() == 0 && lock.site() != 0)
                .anyMatch(gone -> other.stream()
                        .anyMatch(lock ->
                                lock.site() == gone.site() && lock.lockClass().equals(gone.lockClass())));
    }

    private Candidate candidate(String field, FieldAccess a, FieldAccess b) {
        Side one = new Side(site(a), a);
        Side other = new Side(site(b), b);
        boolean ordered = BY_PLACE.compare(one, other) <= 0;
        return candidates.computeIfAbsent(
                Fingerprint.of(field, one, other),
                fingerprint -> new Candidate(field, ordered ? one : other, ordered ? other : one));
    }

    private Race race(String fingerprint, Candidate candidate, RaceHistory history) {
        Evidence evidence = new Evidence(
                candidate.first,
                candidate.second,
                held(candidate.first),
                held(candidate.second),
                candidate.pairs,
                objects(candidate),
                history.seen(fingerprint));
        Guard guard = trace.mergedThreads() > 0 ? null : guards.of(candidate.variables);
        NearestSync.Found near = nearest.find(candidate.first, candidate.second);
        return new Race(
                candidate.field,
                GradeRule.judgeAll(evidence).get(0).grade(),
                new Reasons(sites).of(evidence, guard == null ? "" : Guards.sentence(guard), near.sentence()),
                List.of(
                        report(candidate.first, evidence.firstLocks()),
                        report(candidate.second, evidence.secondLocks())),
                candidate.pairs,
                fingerprint,
                guard,
                near.synchronization());
    }

    /** Null where it is not known: a thread that counts as one with others may hold locks that were taken unseen. */
    private @Nullable List<LockSetMember> held(Side side) {
        return trace.isMerged(side.example().thread()) ? null : lockSets.held(side.example());
    }

    private static int objects(Candidate candidate) {
        return (int)
                candidate.variables.stream().map(Variable::object).distinct().count();
    }

    private AccessReport report(Side side, @Nullable List<LockSetMember> locks) {
        WindowStacks.Found stack = stacks.find(side.example());
        List<HeldLock> held = new ArrayList<>();
        if (locks != null) {
            locks.forEach(lock -> held.add(new HeldLock(lock.lockClass(), lock.object(), sites.place(lock.site()))));
        }
        String thread = trace.threadName(side.example().thread());
        TaskSubmission submission = stack.submission();
        return new AccessReport(
                side.kind().label(),
                side.site().className(),
                side.site().method(),
                side.site().line(),
                thread,
                ThreadNames.pool(thread),
                held,
                locks == null,
                stack.frames(),
                stack.exact(),
                submission == null ? "" : trace.threadName(submission.thread()),
                submission == null ? List.of() : submission.frames());
    }

    private Site site(FieldAccess access) {
        Site site = sites.find(access.site());
        if (site == null) {
            throw new IllegalArgumentException("expected a complete window, found unknown site " + access.site());
        }
        return site;
    }

    private static final Comparator<Side> BY_PLACE = Comparator.comparing(
                    (Side side) -> side.site().place())
            .thenComparing(Side::kind)
            .thenComparing(side -> side.example().thread());

    /** Two places in the code that race for a field: has one fingerprint, which takes a while to compute. */
    private record CodePair(String field, int site, FieldAccess.Kind kind, int otherSite, FieldAccess.Kind otherKind) {}

    /** The pairs of one fingerprint. */
    private static final class Candidate {
        private final String field;
        private final Side first;
        private final Side second;
        private final Set<Variable> variables = new TreeSet<>();

        private long pairs;

        Candidate(String field, Side first, Side second) {
            this.field = field;
            this.first = first;
            this.second = second;
        }
    }
}
