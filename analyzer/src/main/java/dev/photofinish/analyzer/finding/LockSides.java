package dev.photofinish.analyzer.finding;

/**
 * Who waited for read-write locks and stamped locks, to read and to write: at all places where the locks of one place were waited for.
 *
 * @param toRead how many of the waits at that one place were to read
 * @param readNanos what all waits to read took together
 */
public record LockSides(long toRead, long readWaits, long readNanos, long writeWaits, long writeNanos) {
    /** Locks without sides, or nothing seen. */
    public static final LockSides NONE = new LockSides(0, 0, 0, 0, 0);

    /** Whether locks of that class have a side to read. */
    public static boolean has(String lockClass) {
        return lockClass.contains("ReadWrite") || lockClass.contains("Stamped");
    }

    /** Both together. */
    public LockSides plus(LockSides other) {
        return new LockSides(
                Saturating.add(toRead, other.toRead),
                Saturating.add(readWaits, other.readWaits),
                Saturating.add(readNanos, other.readNanos),
                Saturating.add(writeWaits, other.writeWaits),
                Saturating.add(writeNanos, other.writeNanos));
    }
}
