package dev.photofinish.analyzer.contention;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Time covered by intervals that may overlap and come in any order. Memory is bounded: of the time before the last {@link #settle}
 * the latest {@value #KEPT} stretches are kept, so that what overlaps an older one counts again.
 */
final class IntervalSet {
    private static final int KEPT = 256;
    private static final int MOST = 1 << 16;

    /** Starts and ends; the first {@link #settled} intervals are disjoint, in order, and counted. */
    private long[] starts = new long[16];

    private long[] ends = new long[16];
    private int settled;
    private int count;
    private long pending;

    /** Adds an interval; one that ends before it starts covers nothing. */
    void add(long start, long end) {
        if (end <= start) {
            return;
        }
        if (count == MOST) {
            pending += count();
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    /** The time that is covered and was not at the last call. */
    long settle() {
        long covered = pending + count();
        pending = 0;
        return covered;
    }

    /** Makes the intervals disjoint; answers how much more they cover than those that were settled. */
    private long count() {
        long before = covered(settled);
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Long.compare(starts[a], starts[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] disjointStarts = new long[Math.max(16, count)];
        long[] disjointEnds = new long[Math.max(16, count)];
        int disjoint = 0;
        for (int index : order) {
            if (disjoint > 0 && starts[index] <= disjointEnds[disjoint - 1]) {
                disjointEnds[disjoint - 1] = Math.max(disjointEnds[disjoint - 1], ends[index]);
            } else {
                disjointStarts[disjoint] = starts[index];
                disjointEnds[disjoint] = ends[index];
                disjoint++;
            }
        }
        starts = disjointStarts;
        ends = disjointEnds;
        count = disjoint;
        long after = covered(count);
        forgetOldest();
        return after - before;
    }

    private void forgetOldest() {
        int kept = Math.min(count, KEPT);
        starts = Arrays.copyOfRange(starts, count - kept, Math.max(count, count - kept + 16));
        ends = Arrays.copyOfRange(ends, count - kept, Math.max(count, count - kept + 16));
        count = kept;
        settled = kept;
    }

    private long covered(int intervals) {
        long sum = 0;
        for (int i = 0; i < intervals; i++) {
            sum += ends[i] - starts[i];
        }
        return sum;
    }
}
