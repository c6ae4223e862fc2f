package dev.photofinish.schedule;

import dev.photofinish.govern.Clocks;
import dev.photofinish.shadow.Shadow;

/**
 * Tells when an open window has met as many probes as it may. To count them exactly is to look at every thread, and a program may
 * have a hundred thousand: that is done for a thousandth of the time at the most. Used by one agent thread.
 */
final class EntryLimit {
    private static final long PART = 1_000;

    private final Shadow shadow;
    private final long allowed;
    private final Clocks clocks;
    private long nextCountNanos;

    EntryLimit(Shadow shadow, long allowed, Clocks clocks) {
        this.shadow = shadow;
        this.allowed = allowed;
        this.clocks = clocks;
        this.nextCountNanos = clocks.nanos();
    }

    /** Whether there were more; may be late by what threads tell seldom, and by the time between two counts. */
    boolean isExceeded() {
        if (shadow.leastEntries() > allowed) {
            return true;
        }
        long now = clocks.nanos();
        if (now - nextCountNanos < 0) {
            return false;
        }
        long before = clocks.ownCpuNanos();
        boolean exceeded = shadow.cost().entries() > allowed;
        nextCountNanos = now + PART * (clocks.ownCpuNanos() - before);
        return exceeded;
    }
}
