package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Who waits for a lock that several threads may have at once, and who let go of it last while somebody waited. */
final class SharedQueue {
    /*
     * Nothing here is ordered by the application's lock, because many threads may be inside at once: any thread writes. The
     * counts are hints, each true by itself, of which an asker may see one early or late; then it takes itself for one that
     * waits, or does not. A wait is told only where a departure is found that came after its beginning. Of several, the last
     * is the one: who lets go publishes its departure before it lets go, so the departure that let the waiter in is there when
     * it is in. One that came still later may stand in its place (the lock went on): a holder too late, at worst by the time
     * between having the lock and saying so.
     */
    private static final VarHandle WAITERS;
    private static final VarHandle WAITING_WRITERS;
    private static final VarHandle READERS;
    private static final VarHandle ENTRIES;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WAITERS = lookup.findVarHandle(SharedQueue.class, "waiters", int.class);
            WAITING_WRITERS = lookup.findVarHandle(SharedQueue.class, "waitingWriters", int.class);
            READERS = lookup.findVarHandle(SharedQueue.class, "readers", int.class);
            ENTRIES = lookup.findVarHandle(SharedQueue.class, "entries", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // through WAITERS
    private volatile int waiters;

    @SuppressWarnings("UnusedVariable") // through WAITING_WRITERS
    private volatile int waitingWriters;

    @SuppressWarnings("UnusedVariable") // through READERS
    private volatile int readers;

    @SuppressWarnings("UnusedVariable") // through ENTRIES
    private volatile int entries;

    private volatile @Nullable Departure departure;

    /**
     * A thread that let go of the lock, or of a part of it.
     *
     * @param holdNanos how long it had it; 0 where that is not known
     * @param atNanos when it let go, by {@link System#nanoTime}
     * @param waiters how many waited then
     */
    record Departure(int thread, int site, long holdNanos, long atNanos, int waiters) {}

    /** Counts a thread that is about to wait; answers how many waited before. */
    int addWaiter(boolean toWrite) {
        int before = (int) WAITERS.getAndAdd(this, 1);
        if (toWrite) {
            WAITING_WRITERS.getAndAdd(this, 1);
        }
        return before;
    }

    void removeWaiter(boolean toWrite) {
        WAITERS.getAndAdd(this, -1);
        if (toWrite) {
            WAITING_WRITERS.getAndAdd(this, -1);
        }
    }

    int waiters() {
        return waiters;
    }

    int waitingWriters() {
        return waitingWriters;
    }

    /** Counts a thread that has got the lock, or a part of it. */
    void addEntry() {
        ENTRIES.getAndAdd(this, 1);
    }

    /** How often threads have got it. */
    int entries() {
        return entries;
    }

    void addReader() {
        READERS.getAndAdd(this, 1);
    }

    void removeReader() {
        READERS.getAndAdd(this, -1);
    }

    /** How many threads are inside to read, of those that were seen to enter. */
    int readers() {
        return readers;
    }

    void publishVolatile(Departure last) {
        departure = last;
    }

    @Nullable
    Departure departureVolatile() {
        return departure;
    }
}
