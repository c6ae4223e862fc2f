package dev.photofinish.analyzer.trace;

/**
 * An edge by a lock that went from one thread to another, with the figures of contention.
 *
 * @param fromSite where it was released
 * @param toSite where it was acquired
 * @param waitNanos from asking to having; 0 where it was free
 * @param holdNanos how long the releaser had held it; 0 where its acquisition was not seen
 */
public record LockHandoff(
        long window,
        int sequence,
        String lockClass,
        int fromThread,
        int fromEpoch,
        int fromSite,
        int toThread,
        int toEpoch,
        int toSite,
        long waitNanos,
        long holdNanos)
        implements Edge {}
