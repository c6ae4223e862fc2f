package dev.photofinish.analyzer.finding;

import java.util.Arrays;
import java.util.List;

/**
 * The ranges into which waits are counted: upper bounds in nanoseconds, ascending, and a last range without bound. They
 * are the buckets of {@code photofinish_lock_wait_seconds}, so changing them breaks the queries of dashboards.
 */
public final class WaitBuckets {
    private static final long[] UPPER_BOUNDS_NANOS = {
        100_000L,
        1_000_000L,
        5_000_000L,
        10_000_000L,
        25_000_000L,
        50_000_000L,
        100_000_000L,
        250_000_000L,
        500_000_000L,
        1_000_000_000L,
        2_500_000_000L,
        10_000_000_000L
    };

    private WaitBuckets() {}

    /** Number of ranges, the open one included. */
    public static int count() {
        return UPPER_BOUNDS_NANOS.length + 1;
    }

    /** Upper bounds in nanoseconds; a copy, one shorter than {@link #count}. */
    public static long[] upperBoundsNanos() {
        return UPPER_BOUNDS_NANOS.clone();
    }

    /** The range of a wait: the first whose bound is not below it. */
    public static int indexOf(long waitNanos) {
        int found = Arrays.binarySearch(UPPER_BOUNDS_NANOS, waitNanos);
        return found >= 0 ? found : -found - 1;
    }

    /** Whether there are waits in a range that ends below the time. */
    static boolean anyBelow(List<Long> waits, long nanos) {
        for (int i = 0; i < UPPER_BOUNDS_NANOS.length && UPPER_BOUNDS_NANOS[i] < nanos; i++) {
            if (waits.get(i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** All waits in the range of the longest: true from that range on, an under-count below it. */
    static List<Long> allAt(long waits, long maxWaitNanos) {
        Long[] buckets = new Long[count()];
        Arrays.fill(buckets, 0L);
        buckets[indexOf(maxWaitNanos)] = waits;
        return List.of(buckets);
    }
}
