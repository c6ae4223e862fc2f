package dev.photofinish.analyzer.command;

import dev.photofinish.analyzer.analysis.AnalysisListener;
import dev.photofinish.analyzer.contention.ContentionTable;
import dev.photofinish.analyzer.contention.StackProfile;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.finding.SuppressedRace;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.finding.WeightedStack;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** All that the analysis of some recordings found, added up. */
final class Report implements AnalysisListener {
    private static final int MAX_REASONS = 100;

    private final Map<String, Race> races = new HashMap<>();
    private final Map<String, SuppressedRace> suppressed = new TreeMap<>();
    private final Map<String, LockCycle> lockCycles = new TreeMap<>();
    private final ContentionTable contention = new ContentionTable();
    private final Map<String, Long> incompleteByReason = new TreeMap<>();
    private final Map<String, Map<String, Long>> lossesByInstance = new TreeMap<>();
    private final Map<StackRole, StackProfile> lockStacks = new EnumMap<>(StackRole.class);
    private final Map<String, Long> waitThresholds = new TreeMap<>();
    private final Map<String, Long> lowestWaitThresholds = new TreeMap<>();
    private String speaker = "";
    private long windows;
    private long incomplete;
    private long warmUps;
    private long events;
    private long lost;
    private SampledTime sampled = SampledTime.NONE;
    private long partial;
    private boolean agentSeen;
    private BiConsumer<WindowTrace, SiteDictionary> traces = (trace, sites) -> {};

    /** Also hands on the trace of each complete window, as soon as it is known. */
    void traces(BiConsumer<WindowTrace, SiteDictionary> sink) {
        traces = sink;
    }

    @Override
    public void complete(WindowTrace trace, SiteDictionary sites) {
        traces.accept(trace, sites);
    }

    @Override
    public void window(WindowResult result) {
        agentSeen = true;
        windows++;
        lost = Saturating.add(lost, result.lost());
        switch (result.outcome()) {
            case "incomplete" -> {
                incomplete++;
                incompleteByReason.merge(bounded(result.reason()), 1L, Long::sum);
            }
            case "warmup" -> warmUps++;
            default -> partial += result.merged() > 0 ? 1 : 0;
        }
        sampled = sampled.plus(result.sampled());
        result.races().forEach(race -> races.merge(race.fingerprint(), race, Report::merge));
        result.suppressed().forEach(race -> suppressed.merge(race.fingerprint(), race, Report::merge));
        result.contention().forEach(contention::add);
        result.lockCycles().forEach(this::add);
    }

    private void add(LockCycle cycle) {
        lockCycles.merge(cycle.fingerprint(), cycle, Report::merge);
    }

    @Override
    public void contention(List<Contention> fromChunk) {
        fromChunk.forEach(contention::add);
    }

    @Override
    public void lockStacks(StackRole role, List<WeightedStack> stacks) {
        lockStacks.computeIfAbsent(role, key -> new StackProfile()).add(stacks);
    }

    @Override
    public void agentStatus(AgentStatus status) {
        agentSeen = true;
        speaker = status.instance();
    }

    @Override
    public void loss(String reason, long count) {
        lossesByInstance.computeIfAbsent(speaker, instance -> new TreeMap<>()).merge(reason, count, Math::max);
    }

    @Override
    public void chunk(ChunkSummary summary) {
        lost = Saturating.add(lost, summary.lost());
        sampled = sampled.plus(summary.sampled());
        summary.waitThresholds().forEach((type, nanos) -> {
            waitThresholds.merge(type, nanos, Math::max);
            lowestWaitThresholds.merge(type, nanos, Math::min);
        });
        summary.deadlocks().forEach(this::add);
        summary.eventsByType().forEach((type, count) -> {
            if (!type.equals("other")) {
                events += count;
            }
        });
    }

    /** The graver word counts, and the later one of equals; accesses with their own stacks are the better example. */
    private static Race merge(Race earlier, Race later) {
        Race graver = later.grade().compareTo(earlier.grade()) >= 0 ? later : earlier;
        Race example = exactStacks(later) >= exactStacks(earlier) ? later : earlier;
        return new Race(
                graver.field(),
                graver.grade(),
                graver.reasons(),
                example.accesses(),
                earlier.count() + later.count(),
                graver.fingerprint(),
                graver.guard(),
                graver.nearestSynchronization());
    }

    private static SuppressedRace merge(SuppressedRace earlier, SuppressedRace later) {
        return new SuppressedRace(
                later.field(),
                later.reason(),
                Saturating.add(earlier.count(), later.count()),
                later.fingerprint(),
                merge(earlier.race(), later.race()),
                later.inSource());
    }

    private static LockCycle merge(LockCycle earlier, LockCycle later) {
        LockCycle graver = later.grade().compareTo(earlier.grade()) > 0 ? later : earlier;
        return graver.seen(Saturating.add(earlier.count(), later.count()));
    }

    private static long exactStacks(Race race) {
        return race.accesses().stream().filter(access -> access.stackExact()).count();
    }

    /** The races, the gravest first, then by field. */
    List<Race> races() {
        return races.values().stream()
                .sorted(Comparator.comparing(Race::grade)
                        .reversed()
                        .thenComparing(Race::field)
                        .thenComparing(Race::fingerprint))
                .toList();
    }

    /** The races that were found and are not reported, by field. */
    List<SuppressedRace> suppressed() {
        return suppressed.values().stream()
                .sorted(Comparator.comparing(SuppressedRace::field).thenComparing(SuppressedRace::fingerprint))
                .toList();
    }

    /** The cycles of locks, the gravest first. */
    List<LockCycle> lockCycles() {
        return lockCycles.values().stream()
                .sorted(Comparator.comparing(LockCycle::grade).reversed().thenComparing(LockCycle::fingerprint))
                .toList();
    }

    /** Waits for what another thread had, the longest first. */
    List<Contention> contention() {
        return rows(true);
    }

    /** Waits for something to happen, the longest first. */
    List<Contention> otherWaits() {
        return rows(false);
    }

    private List<Contention> rows(boolean contended) {
        List<String> kinds = WaitKind.labels(contended);
        return contention.rows().stream()
                .filter(row -> kinds.contains(row.kind()))
                .toList();
    }

    /** Time by stack of threads that waited, or made others wait. */
    Map<StackRole, StackProfile> lockStacks() {
        return Collections.unmodifiableMap(lockStacks);
    }

    /** By type of the JDK's events of waits: waits shorter than so many nanoseconds are missing in some of the recordings. */
    Map<String, Long> waitThresholds() {
        return Collections.unmodifiableMap(waitThresholds);
    }

    /** By type of the JDK's events of waits: waits shorter than so many nanoseconds are missing in all of the recordings. */
    Map<String, Long> lowestWaitThresholds() {
        return Collections.unmodifiableMap(lowestWaitThresholds);
    }

    /** How long windows were open in all, and how long the recordings are. */
    SampledTime sampled() {
        return sampled;
    }

    /** Reasons name threads and numbers, so there may be as many as windows. */
    private String bounded(String reason) {
        return incompleteByReason.size() < MAX_REASONS || incompleteByReason.containsKey(reason)
                ? reason
                : "another reason";
    }

    Map<String, Long> incompleteByReason() {
        return Collections.unmodifiableMap(incompleteByReason);
    }

    /** What the agents counted as lost, by reason. */
    Map<String, Long> agentLosses() {
        Map<String, Long> losses = new TreeMap<>();
        lossesByInstance
                .values()
                .forEach(byReason -> byReason.forEach((reason, count) -> losses.merge(reason, count, Saturating::add)));
        return losses;
    }

    long windows() {
        return windows;
    }

    long incomplete() {
        return incomplete;
    }

    /** Complete windows in which some threads count as one. */
    long partial() {
        return partial;
    }

    long warmUps() {
        return warmUps;
    }

    /** Events of the types that the analysis reads or counts by name. */
    long events() {
        return events;
    }

    /** Events known to be missing: lost by the JVM, by the agent, or too late. */
    long lost() {
        return agentLosses().values().stream().reduce(lost, Saturating::add);
    }

    /** Whether the agent has left any trace in the recordings. */
    boolean agentSeen() {
        return agentSeen;
    }
}
