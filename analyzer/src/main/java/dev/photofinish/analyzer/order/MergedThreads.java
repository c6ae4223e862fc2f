package dev.photofinish.analyzer.order;

import dev.photofinish.analyzer.clock.VectorClock;
import dev.photofinish.analyzer.trace.WindowThread;
import dev.photofinish.analyzer.trace.WindowTrace;
import org.jspecify.annotations.Nullable;

/**
 * Threads of a window that may have been ordered with each other by something that was not seen, at any time and in any
 * direction. All their points count as one point: what happens before one of them happens before all, and they happen before
 * whatever one of them happens before. That orders too much, never too little.
 */
final class MergedThreads {
    /** A clock that covers every epoch. */
    private static final int ALL = Integer.MAX_VALUE;

    /** By index. */
    private final int[] threads;

    private final VectorClock known;

    private MergedThreads(int[] threads, VectorClock known) {
        this.threads = threads;
        this.known = known;
    }

    /** Their indexes. */
    static int[] of(WindowTrace trace, ThreadIndex index) {
        return trace.threads().values().stream()
                .filter(WindowThread::merged)
                .mapToInt(thread -> index.of(thread.thread()))
                .toArray();
    }

    /** @param clocks of all acquires, of which the last of each of these threads is known */
    static MergedThreads of(int[] threads, Acquires acquires, @Nullable VectorClock[] clocks) {
        VectorClock known = VectorClock.ZERO;
        for (int thread : threads) {
            int last = acquires.last(thread);
            VectorClock clock = last == Acquires.NONE ? null : clocks[last];
            known = clock == null ? known : known.join(clock);
        }
        return new MergedThreads(threads, known);
    }

    /** The last epoch of the other thread that is known at a point of the thread, where the clock has what its own edges tell. */
    int known(int thread, VectorClock clock, int other) {
        int own = clock.clockOf(other);
        if (!comesAfterOne(thread, clock)) {
            return own;
        }
        return contains(other) ? ALL : Math.max(own, known.clockOf(other));
    }

    private boolean comesAfterOne(int thread, VectorClock clock) {
        for (int merged : threads) {
            if (merged == thread || clock.clockOf(merged) > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(int thread) {
        for (int merged : threads) {
            if (merged == thread) {
                return true;
            }
        }
        return false;
    }
}
