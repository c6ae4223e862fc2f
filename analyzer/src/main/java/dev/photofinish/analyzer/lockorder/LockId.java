package dev.photofinish.analyzer.lockorder;

/**
 * A lock object, in all windows of its instance. Two objects of one class may have the same identity hash: one pair in two
 * thousand million.
 */
public record LockId(String lockClass, int identity) {
    /** As people know it. */
    public String shown() {
        return lockClass + "@" + Integer.toHexString(identity);
    }
}
