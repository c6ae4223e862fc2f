package dev.photofinish.analyzer.trace;

/**
 * An edge by a lock that went from one thread to another, with the figures of contention.
 *
 * @param object number of the lock in its window
 * @param fromSite where it was released
 * @param toSite where it was acquired
 * @param waitNanos from asking to having; 0 where it was free
 * @param holdNanos how long the releaser had held it; 0 where its acquisition was not seen
 * @param waiters threads that were waiting when it was released, the acquirer included
 * @param latencyNanos from the release to having; 0 where it was free
 * @param overtaken how often threads that asked later had it before the acquirer
 * @param allocated bytes that the releaser allocated while it had it; {@link #UNKNOWN} where that was not measured
 * @param toRead whether the acquirer has it to read, beside others who read
 * @param atNanos when the acquirer had it, nanoseconds since 1970
 */
public record LockHandoff(
        long window,
        int sequence,
        String lockClass,
        long object,
        int fromThread,
        int fromEpoch,
        int fromSite,
        int toThread,
        int toEpoch,
        int toSite,
        long waitNanos,
        long holdNanos,
        int waiters,
        long latencyNanos,
        int overtaken,
        long allocated,
        boolean toRead,
        long atNanos)
        implements Edge {
    /** What was not measured. */
    public static final long UNKNOWN = -1;

    /** When the acquirer asked for it. */
    public long askedNanos() {
        return atNanos - waitNanos;
    }

    /** When the releaser let go of it. */
    public long releasedNanos() {
        return atNanos - latencyNanos;
    }

    /** When the releaser had got it; the same as {@link #releasedNanos} where that is not known. */
    public long heldFromNanos() {
        return releasedNanos() - holdNanos;
    }
}
