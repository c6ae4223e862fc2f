package dev.photofinish.analyzer.trace;

/**
 * One lock of a set of locks held together.
 *
 * @param id of the set, from 1
 * @param position 0 for the lock acquired first
 * @param size number of locks in the set
 * @param object number of the lock object in the window
 * @param identity of the lock object in all windows; 0 for unknown
 * @param site where it was acquired; 0 where that was not seen
 */
public record LockSetMember(
        long window, int id, int position, int size, long object, int identity, String lockClass, int site)
        implements TraceEvent {
    /** A lock that is known in its window only. */
    public LockSetMember(long window, int id, int position, int size, long object, String lockClass, int site) {
        this(window, id, position, size, object, 0, lockClass, site);
    }
}
