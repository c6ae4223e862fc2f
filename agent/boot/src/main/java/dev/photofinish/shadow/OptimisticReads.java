package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** The reads of one thread since it began an optimistic section of a {@code StampedLock}, not yet recorded. */
final class OptimisticReads {
    /*
     * Such reads race by design until the stamp is validated, so they wait for the outcome:
     *
     *   validated        dropped: the idiom is correct, but no edge goes from such a read to the writers that take the lock
     *                    later, so that it would race with each; what is read from here on waits again, because the same
     *                    stamp may be validated once more
     *   refused          dropped: the reader throws the values away
     *   begun anew, or the lock taken: dropped where nothing was validated, else recorded with the epochs they were made in
     *   thread ended     the same, but what was never validated is recorded too: nobody will validate it any more
     *   two locks        a section begun inside that of another lock is dropped whole: which read belongs to which is unknown
     *
     * At most LIMIT reads are kept. One more is dropped before the first validation; after it the section is taken to be
     * over, and everything is recorded.
     */
    private static final int LIMIT = 64;

    private final @Nullable Object[] owners = new Object[LIMIT];
    private final int[] keys = new int[LIMIT];
    private final int[] sites = new int[LIMIT];
    private final int[] epochs = new int[LIMIT];

    /** Numbers in program order. */
    private final int[] sequences = new int[LIMIT];

    private int size;

    /** The lock whose section is open; null for none. */
    private @Nullable Object lock;

    private boolean validated;
    private boolean mixed;

    /** Begins a section of the lock. */
    void begin(Shadow shadow, ThreadShadow thread, Object newLock) {
        boolean inside = lock != null && lock != newLock && !validated;
        end(shadow, thread);
        lock = newLock;
        mixed = inside;
    }

    /** Keeps the read if a section is open; false if it is to be recorded at once. */
    boolean keeps(Shadow shadow, ThreadShadow thread, @Nullable Object owner, int key, int site) {
        if (lock == null) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (owners[i] == owner && keys[i] == key && sites[i] == site && epochs[i] == thread.epoch) {
                return true;
            }
        }
        if (size == LIMIT) {
            if (validated) {
                end(shadow, thread);
                return false;
            }
            shadow.drop(1);
            return true;
        }
        owners[size] = owner;
        keys[size] = key;
        sites[size] = site;
        epochs[size] = thread.epoch;
        sequences[size] = thread.nextAccess();
        size++;
        return true;
    }

    /** After the lock said whether the stamp is still good, and what its writers did was learned. */
    void validated(Object validatedLock, boolean good) {
        if (lock != validatedLock) {
            return;
        }
        clear();
        if (!good) {
            lock = null;
        } else if (!mixed) {
            validated = true;
        }
    }

    /** The section is over. */
    void end(Shadow shadow, ThreadShadow thread) {
        if (validated && !mixed) {
            record(shadow, thread);
        }
        clear();
        lock = null;
        validated = false;
        mixed = false;
    }

    /** The thread has ended: nobody will validate what it has read. */
    void threadEnded(Shadow shadow, ThreadShadow thread) {
        if (lock != null && !mixed) {
            record(shadow, thread);
        }
        clear();
        lock = null;
    }

    private void record(Shadow shadow, ThreadShadow thread) {
        thread.late = true;
        for (int i = 0; i < size; i++) {
            thread.lateSequence = sequences[i];
            shadow.record(thread, owners[i], keys[i], sites[i], epochs[i]);
        }
        thread.late = false;
        thread.lateSequence = 0;
        clear();
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            owners[i] = null;
        }
        size = 0;
    }
}
