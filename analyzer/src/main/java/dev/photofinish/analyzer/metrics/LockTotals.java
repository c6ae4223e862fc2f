package dev.photofinish.analyzer.metrics;

import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.WaitBuckets;

/** Sums for one place since it is exported; guarded by the lock of its {@link LockPlaces}. */
final class LockTotals {
    private final long[] waitBuckets = new long[WaitBuckets.count()];
    private double waitSeconds;
    private double holdSeconds;
    private long handoffs;

    /** Waits come from the JDK's events and holds from handoffs: a wait in a window is seen by both. */
    void add(Contention contention) {
        if (contention.source().equals("handoff")) {
            handoffs += contention.waits();
            holdSeconds += contention.holdNanos() / 1e9;
            return;
        }
        for (int i = 0; i < waitBuckets.length; i++) {
            waitBuckets[i] += contention.waitBuckets().get(i);
        }
        waitSeconds += contention.waitNanos() / 1e9;
    }

    long[] waitBuckets() {
        return waitBuckets.clone();
    }

    double waitSeconds() {
        return waitSeconds;
    }

    double holdSeconds() {
        return holdSeconds;
    }

    long handoffs() {
        return handoffs;
    }
}
