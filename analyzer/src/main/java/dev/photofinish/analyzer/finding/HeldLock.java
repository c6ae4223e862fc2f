package dev.photofinish.analyzer.finding;

/**
 * A lock held during an access.
 *
 * @param lockClass class of the lock object
 * @param identity number of the lock object, equal within one window for the same object
 * @param acquiredAt where it was acquired, as {@code Class.method:line}; empty where that was not seen
 */
public record HeldLock(String lockClass, long identity, String acquiredAt) {}
