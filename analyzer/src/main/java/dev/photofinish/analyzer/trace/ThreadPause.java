package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.PauseKind;

/**
 * A time in which a thread did not run, as the JVM reported it, windows or not.
 *
 * @param javaThreadId what the JVM calls the thread in all windows; {@link #EVERY_THREAD} where all of them were stopped
 * @param startNanos when it began, nanoseconds since 1970
 */
public record ThreadPause(long javaThreadId, PauseKind kind, long startNanos, long nanos) {
    /** No thread has this number. */
    public static final long EVERY_THREAD = 0;

    /** How much of it lies between two times. */
    public long nanosBetween(long fromNanos, long toNanos) {
        return Math.max(0, Math.min(toNanos, startNanos + nanos) - Math.max(fromNanos, startNanos));
    }
}
