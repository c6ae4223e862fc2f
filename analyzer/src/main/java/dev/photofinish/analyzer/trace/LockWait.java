package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * A wait that the JVM itself reported, windows or not. What a parked thread waited for is for {@code contention} to tell.
 *
 * @param lockClass class of the monitor, or of what the thread parked for; {@code unknown} where the JVM does not say
 * @param owner name of the thread that had the monitor before; empty for anything but a monitor
 * @param startNanos when it began, nanoseconds since 1970
 * @param frames innermost first; shared between events, never copied
 */
public record LockWait(Kind kind, String lockClass, String owner, long startNanos, long nanos, List<Frame> frames) {
    /** What the thread waited in. */
    public enum Kind {
        /** To enter a monitor. */
        MONITOR,
        PARK,
        /** {@code Object.wait}: to be notified, and for the monitor after that. */
        OBJECT_WAIT,
        /** A virtual thread that blocked and kept its carrier. */
        PINNED
    }
}
