package dev.photofinish.probe;

import dev.photofinish.window.Gate;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.StampedLock;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/**
 * Called from locks that several threads may have at once: who waits for whom. What they order is told by {@link SyncProbe}. The
 * space says which side of the lock it is, see {@link dev.photofinish.shadow.SharedLocks}.
 */
public final class SharedLockProbe {
    private SharedLockProbe() {}

    /** The thread is about to ask for one side of a read-write lock. */
    public static void ask(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ASK_SHARED, lock, space, site);
        }
    }

    /** The thread is about to ask for a stamp to read with. */
    public static void askToRead(Object lock, int space, int site) {
        if (Gate.sync) {
            askForStamp(lock, false, space, site);
        }
    }

    /** The thread is about to ask for a stamp to write with. */
    public static void askToWrite(Object lock, int space, int site) {
        if (Gate.sync) {
            askForStamp(lock, true, space, site);
        }
    }

    /** The thread is about to ask for that many permits. */
    public static void askForPermits(int permits, Object semaphore, int space, int site) {
        if (Gate.sync) {
            askFor(permits, semaphore, space, site);
        }
    }

    /** The thread has got the lock. */
    public static void entered(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ENTERED, lock, space, site);
        }
    }

    /** The thread has got the lock if the method answered true. */
    public static void enteredIfTrue(boolean outcome, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(outcome ? Recorder.ENTERED : Recorder.TURNED_AWAY, lock, space, site);
        }
    }

    /** The thread has got the lock if the method answered anything but 0: its stamp. */
    public static void enteredIfNonZero(long outcome, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(outcome != 0 ? Recorder.ENTERED : Recorder.TURNED_AWAY, lock, space, site);
        }
    }

    /** The thread asked for the lock and the method failed. */
    public static void turnedAway(Throwable outcome, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.TURNED_AWAY, lock, space, site);
        }
    }

    /** The thread is about to let go of the lock, or of a part of it. */
    public static void leaving(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.LEAVING, lock, space, site);
        }
    }

    /*
     * The lock itself knows whether it is free. A subclass may have overridden what it is asked here by code of its own: that is
     * not called, and the thread counts as one that may have to wait; who turns out not to have waited for anybody tells of no
     * wait.
     */

    @DontInline
    private static void askForStamp(Object lock, boolean toWrite, int space, int site) {
        boolean free = lock.getClass() == StampedLock.class && isFree((StampedLock) lock, toWrite);
        if (!free) {
            Recorder.record(toWrite ? Recorder.ASK_SHARED : Recorder.ASK_TO_READ, lock, space, site);
        }
    }

    private static boolean isFree(StampedLock lock, boolean toWrite) {
        return !lock.isWriteLocked() && !(toWrite && lock.isReadLocked());
    }

    @DontInline
    private static void askFor(int permits, Object semaphore, int space, int site) {
        boolean free = semaphore.getClass() == Semaphore.class && hasFree((Semaphore) semaphore, permits);
        if (!free) {
            Recorder.record(Recorder.ASK_SHARED, semaphore, space, site);
        }
    }

    private static boolean hasFree(Semaphore semaphore, int permits) {
        return semaphore.availablePermits() >= permits && !(semaphore.isFair() && semaphore.hasQueuedThreads());
    }
}
