package dev.photofinish.analyzer.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Waits of one kind at one site.
 *
 * @param lockClass class of the lock object, or of what else was waited for
 * @param site where the threads waited, as {@code Class.method:line}
 * @param kind label of a {@link WaitKind}
 * @param source {@code jfr} (the JDK's own events, every window or none) or {@code handoff} (recorded in windows)
 * @param waits number of waits
 * @param waitNanos sum over all waiters: ten threads that wait one second each are ten seconds
 * @param maxWaitNanos longest single wait
 * @param contendedNanos time in which at least one thread waited: ten threads that wait the same second are one second
 * @param holdNanos sum of the hold times that made others wait; 0 where unknown
 * @param holders who held it, most frequent first
 * @param stack a representative stack of a waiter, innermost frame first
 * @param waitBuckets number of waits in each range of {@link WaitBuckets}
 * @param queue how the lock was handed on; null where the source is {@code jfr}
 */
public record Contention(
        String lockClass,
        String site,
        String kind,
        String source,
        long waits,
        long waitNanos,
        long maxWaitNanos,
        long contendedNanos,
        long holdNanos,
        List<Holder> holders,
        List<Frame> stack,
        List<Long> waitBuckets,
        @Nullable LockQueue queue) {
    /** The source of waits that were recorded in windows. */
    public static final String HANDOFF = "handoff";

    public Contention {
        holders = List.copyOf(holders);
        stack = List.copyOf(stack);
        waitBuckets = List.copyOf(waitBuckets);
        if (waitBuckets.size() != WaitBuckets.count()) {
            throw new IllegalArgumentException(
                    "waitBuckets: expected " + WaitBuckets.count() + " ranges, found " + waitBuckets.size());
        }
    }

    /** Where single waits are not known: all of them are counted in the range of the longest, which is all that is certain. */
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
                maxWaitNanos,
                holdNanos,
                holders,
                stack,
                WaitBuckets.allAt(waits, maxWaitNanos),
                null);
    }

    /**
     * Who held the lock that others waited for.
     *
     * @param site where in the code it was held, told by its release; empty for {@code jfr}
     * @param thread name of the holding thread
     * @param count waits that ended with its release
     */
    public record Holder(String site, String thread, long count) {
        /** The order of a list of holders; equal ones by name. */
        public static final Comparator<Holder> MOST_FREQUENT_FIRST = Comparator.comparingLong(Holder::count)
                .reversed()
                .thenComparing(Holder::thread)
                .thenComparing(Holder::site);
    }

    /** Names the place: the same in all runs, 16 hexadecimal digits. */
    public String id() {
        return CodeIdentity.fingerprint(String.join("\n", lockClass, site, kind, source));
    }

    /** Whether these are waits in windows, a sample of all. */
    public boolean inWindows() {
        return source.equals(HANDOFF);
    }

    /** Whether some waits are known to have been shorter: by the range in which they are counted, or by the longest of all. */
    public boolean hasWaitsBelow(long nanos) {
        return maxWaitNanos < nanos || WaitBuckets.anyBelow(waitBuckets, nanos);
    }

    /** The same waits at a place of another name. */
    public Contention at(String otherClass, String otherSite) {
        return new Contention(
                otherClass,
                otherSite,
                kind,
                source,
                waits,
                waitNanos,
                maxWaitNanos,
                contendedNanos,
                holdNanos,
                holders,
                stack,
                waitBuckets,
                queue);
    }

    /** Adds different waits at the same place. */
    public Contention plus(Contention more) {
        List<Long> buckets = new ArrayList<>();
        for (int i = 0; i < waitBuckets.size(); i++) {
            buckets.add(Saturating.add(waitBuckets.get(i), more.waitBuckets.get(i)));
        }
        return new Contention(
                lockClass,
                site,
                kind,
                source,
                Saturating.add(waits, more.waits),
                Saturating.add(waitNanos, more.waitNanos),
                Math.max(maxWaitNanos, more.maxWaitNanos),
                Saturating.add(contendedNanos, more.contendedNanos),
                Saturating.add(holdNanos, more.holdNanos),
                mostFrequent(holders, more.holders),
                more.stack.isEmpty() ? stack : more.stack,
                buckets,
                plus(queue, more.queue));
    }

    private static @Nullable LockQueue plus(@Nullable LockQueue queue, @Nullable LockQueue more) {
        if (queue == null) {
            return more;
        }
        return more == null ? queue : queue.plus(more);
    }

    /** Holders of both, each once, most frequent first. */
    private static List<Holder> mostFrequent(List<Holder> some, List<Holder> others) {
        record Who(String site, String thread) {}
        Map<Who, Long> counts = new LinkedHashMap<>();
        for (List<Holder> list : List.of(some, others)) {
            list.forEach(holder -> counts.merge(new Who(holder.site, holder.thread), holder.count, Saturating::add));
        }
        List<Holder> all = new ArrayList<>();
        counts.forEach((who, count) -> all.add(new Holder(who.site, who.thread, count)));
        all.sort(Holder.MOST_FREQUENT_FIRST);
        return all;
    }
}
