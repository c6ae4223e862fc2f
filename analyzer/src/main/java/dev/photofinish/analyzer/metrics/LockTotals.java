package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.WaitBuckets;
import java.util.Arrays;

/** Sums for one place since it is exported; guarded by the lock of its {@link LockPlaces}. */
final class LockTotals {
    private static final long EVENTS_PER_CHUNK = 1L << 30;

    private final long[] waitBuckets = new long[WaitBuckets.count()];
    private double waitSeconds;
    private double holdSeconds;
    private double contendedSeconds;
    private long handoffs;
    private long convoys;
    private int waiters;
    private double longestSeconds;
    private String longestAt = "";

    /** Waits come from the JDK's events and holds from handoffs: a wait in a window is seen by both. */
    void add(Contention contention) {
        if (contention.inWindows()) {
            handoffs += plausible(contention.waits());
            holdSeconds += Math.max(0, contention.holdNanos()) / 1e9;
            LockQueue queue = contention.queue();
            if (queue != null) {
                convoys += plausible(queue.convoys());
                waiters = Math.max(0, queue.maxWaiters());
            }
            return;
        }
        for (int i = 0; i < waitBuckets.length; i++) {
            waitBuckets[i] += plausible(contention.waitBuckets().get(i));
        }
        longestSeconds = Math.max(0, contention.maxWaitNanos()) / 1e9;
        longestAt = contention.id();
        waitSeconds += Math.max(0, contention.waitNanos()) / 1e9;
        contendedSeconds += Math.max(0, contention.contendedNanos()) / 1e9;
    }

    /** No chunk holds more events than this; a count beyond would break the sums, and with them the scrape. */
    private static long plausible(long count) {
        return Math.max(0, Math.min(count, EVENTS_PER_CHUNK));
    }

    long[] waitBuckets() {
        return waitBuckets.clone();
    }

    long waits() {
        return Arrays.stream(waitBuckets).sum();
    }

    double waitSeconds() {
        return waitSeconds;
    }

    /** The longest single wait of the chunk that was added last. */
    double longestSeconds() {
        return longestSeconds;
    }

    /** Names the place of that wait, as {@link Contention#id}; empty where none was added. */
    String longestAt() {
        return longestAt;
    }

    double contendedSeconds() {
        return contendedSeconds;
    }

    long convoys() {
        return convoys;
    }

    int waiters() {
        return waiters;
    }

    double holdSeconds() {
        return holdSeconds;
    }

    long handoffs() {
        return handoffs;
    }
}
