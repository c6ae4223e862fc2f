package dev.photofinish.transport;

import java.util.function.LongSupplier;

/**
 * Notices that the wall clock went back. JFR gives every chunk a time of its own: from some version on (JDK 25:
 * {@code MetadataRepository.awaitEpochMilliShift}) it waits for a time that has not been yet, with its lock held, and the JVM
 * does not even end meanwhile. One exchange of chunks usually passes; a recording that is closed with it is no danger.
 */
final class WallClock {
    /** What JFR may wait for without harm. */
    private static final long SLACK_MILLIS = 1_000;

    private final LongSupplier millis;
    private long latest = Long.MIN_VALUE;

    /** @param millis since 1970 */
    WallClock(LongSupplier millis) {
        this.millis = millis;
    }

    /** How long JFR would wait; empty where it would not. */
    synchronized String problem() {
        long now = millis.getAsLong();
        latest = Math.max(latest, now);
        long behind = latest - now;
        return behind <= SLACK_MILLIS
                ? ""
                : "the wall clock went back, by " + behind / 1000
                        + " s: JFR waits in every chunk until that is made up for";
    }
}
