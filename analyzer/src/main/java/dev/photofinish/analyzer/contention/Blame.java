package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.finding.LockQueue.Blocker;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who makes whom wait. The time of a wait is divided among those that held the lock meanwhile; of a holder that itself waited for
 * another lock while it held this one, that part goes to whoever held that one, and so on.
 */
final class Blame {
    private static final int DEEPEST = 8;
    private static final int MAX_BLOCKERS = 1024;

    /** Steps for one wait: where many hold many locks in turn, the rest of the wait goes to nobody. */
    private static final int MAX_STEPS = 1024;

    private final WindowTrace trace;
    private final SiteDictionary sites;
    private final Map<Long, LockHistory> locks;
    private final Map<Integer, List<LockHandoff>> waitsByThread = new HashMap<>();
    private final Map<Key, Long> nanos = new HashMap<>();
    private int steps;

    private record Key(int depth, String lockClass, int site, int thread) {}

    Blame(WindowTrace trace, SiteDictionary sites, Map<Long, LockHistory> locks) {
        this.trace = trace;
        this.sites = sites;
        this.locks = locks;
        // In the order of time, as the histories are.
        locks.values().stream()
                .flatMap(history -> history.handoffs().stream())
                .filter(handoff -> handoff.waitNanos() > 0)
                .sorted((a, b) -> Long.compare(a.atNanos(), b.atNanos()))
                .forEach(handoff -> waitsByThread
                        .computeIfAbsent(handoff.toThread(), thread -> new ArrayList<>())
                        .add(handoff));
    }

    /** Divides the waits of some handoffs. */
    List<Blocker> of(List<LockHandoff> waits) {
        nanos.clear();
        for (LockHandoff wait : waits) {
            steps = 0;
            divide(wait.object(), wait.askedNanos(), wait.atNanos(), wait.toThread(), 1);
        }
        List<Blocker> blockers = new ArrayList<>();
        nanos.forEach((key, time) -> blockers.add(
                new Blocker(key.depth, key.lockClass, sites.place(key.site), trace.threadName(key.thread), time)));
        return blockers;
    }

    private void divide(long lock, long fromNanos, long toNanos, int waiter, int depth) {
        LockHistory history = locks.get(lock);
        if (history == null) {
            return;
        }
        for (LockHandoff held : history.heldBetween(fromNanos, toNanos)) {
            if (++steps > MAX_STEPS || held.fromThread() == waiter) {
                continue;
            }
            long from = Math.max(fromNanos, held.heldFromNanos());
            long to = Math.min(toNanos, held.releasedNanos());
            if (to > from) {
                charge(held, from, to, depth);
            }
        }
    }

    /** The time in which the holder waited itself is not its own. */
    private void charge(LockHandoff held, long fromNanos, long toNanos, int depth) {
        long own = toNanos - fromNanos;
        if (depth < DEEPEST) {
            // A thread waits for one lock at a time: its waits follow each other.
            List<LockHandoff> waits = waitsByThread.getOrDefault(held.fromThread(), List.of());
            for (int i = LockHistory.firstAfter(waits, fromNanos); i < waits.size(); i++) {
                LockHandoff waited = waits.get(i);
                if (waited.askedNanos() >= toNanos || ++steps > MAX_STEPS) {
                    break;
                }
                if (waited.object() != held.object()) {
                    long from = Math.max(fromNanos, waited.askedNanos());
                    long to = Math.min(toNanos, waited.atNanos());
                    own -= to - from;
                    divide(waited.object(), from, to, held.fromThread(), depth + 1);
                }
            }
        }
        if (own > 0) {
            Key key = new Key(depth, held.lockClass(), held.fromSite(), held.fromThread());
            if (nanos.size() < MAX_BLOCKERS || nanos.containsKey(key)) {
                nanos.merge(key, own, Saturating::add);
            }
        }
    }
}
