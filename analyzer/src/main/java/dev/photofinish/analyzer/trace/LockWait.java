package dev.photofinish.analyzer.trace;

import dev.photofinish.analyzer.finding.Frame;
import java.util.List;

/**
 * A wait that the JVM itself reported, windows or not: at a monitor, or parked. Whether a park waited for a lock is for
 * {@code contention} to tell.
 *
 * @param lockClass class of the monitor, or of what the thread parked for; {@code unknown} where the JVM does not say
 * @param owner name of the thread that had the monitor before; empty for a park
 * @param frames innermost first; shared between events, never copied
 */
public record LockWait(Kind kind, String lockClass, String owner, long nanos, List<Frame> frames) {
    /** What the thread waited in. */
    public enum Kind {
        MONITOR,
        PARK
    }
}
