package dev.photofinish.analyzer.finding;

import java.util.List;

/**
 * Waits for one kind of lock at one site.
 *
 * @param lockClass class of the lock object
 * @param site where the threads waited, as {@code Class.method:line}
 * @param kind {@code monitor}, {@code park} or {@code class-initialization}
 * @param source {@code jfr} (the JDK's own events, every window or none) or {@code handoff} (recorded in windows)
 * @param waits number of waits
 * @param waitNanos sum over all waiters
 * @param maxWaitNanos longest single wait
 * @param holdNanos sum of the hold times that made others wait; 0 where unknown
 * @param holders who held it, most frequent first
 * @param stack a representative stack of a waiter, innermost frame first
 * @param waitBuckets number of waits in each range of {@link WaitBuckets}
 */
public record Contention(
        String lockClass,
        String site,
        String kind,
        String source,
        long waits,
        long waitNanos,
        long maxWaitNanos,
        long holdNanos,
        List<Holder> holders,
        List<Frame> stack,
        List<Long> waitBuckets) {
    public Contention {
        holders = List.copyOf(holders);
        stack = List.copyOf(stack);
        waitBuckets = List.copyOf(waitBuckets);
        if (waitBuckets.size() != WaitBuckets.count()) {
            throw new IllegalArgumentException(
                    "waitBuckets: expected " + WaitBuckets.count() + " ranges, found " + waitBuckets.size());
        }
    }

    /** Where single waits are not known: all of them are counted in the range of the longest. */
    public Contention(
            String lockClass,
            String site,
            String kind,
            String source,
            long waits,
            long waitNanos,
            long maxWaitNanos,
            long holdNanos,
            List<Holder> holders,
            List<Frame> stack) {
        this(
                lockClass,
                site,
                kind,
                source,
                waits,
                waitNanos,
                maxWaitNanos,
                holdNanos,
                holders,
                stack,
                WaitBuckets.allAt(waits, maxWaitNanos));
    }

    /**
     * Who held the lock that others waited for.
     *
     * @param site where in the code it was held, told by its release; empty for {@code jfr}
     * @param thread name of the holding thread
     */
    public record Holder(String site, String thread, long count) {}
}
