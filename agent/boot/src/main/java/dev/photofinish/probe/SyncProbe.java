package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/**
 * Called from the methods that the rule table names. Where a method's outcome decides whether there is an edge, the outcome
 * is passed in, so that the woven code has no branch.
 */
public final class SyncProbe {
    private SyncProbe() {}

    /** Whatever this thread did is published through the object. */
    public static void release(@Nullable Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, object, space, site);
        }
    }

    /** Whatever was published through the object is seen. */
    public static void acquire(@Nullable Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** An acquire if the method answered true. */
    public static void acquireIfTrue(boolean outcome, @Nullable Object object, int space, int site) {
        if (Gate.sync && outcome) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** An acquire if the method answered anything but null. */
    public static void acquireIfNonNull(@Nullable Object outcome, @Nullable Object object, int space, int site) {
        if (Gate.sync && outcome != null) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** An acquire if the method answered anything but 0: the stamp of a lock. */
    public static void acquireIfNonZero(long outcome, @Nullable Object object, int space, int site) {
        if (Gate.sync && outcome != 0) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** An acquire if the method failed with the failure of the task, not with one of its own. */
    public static void acquireIfTaskFailed(Throwable outcome, @Nullable Object object, int space, int site) {
        if (Gate.sync
                && (outcome instanceof ExecutionException
                        || outcome instanceof CompletionException
                        || outcome instanceof CancellationException)) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** The method answered whether it did what it was asked for: if not, it published nothing. */
    public static void retractIfFalse(boolean outcome, @Nullable Object object, int space, int site) {
        if (Gate.sync && !outcome) {
            Recorder.record(Recorder.RETRACT, object, space, site);
        }
    }

    /** An acquire if the method read something, be it the end: it answered how many bytes, or -1; 0 is nothing yet. */
    public static void acquireIfRead(int outcome, @Nullable Object object, int space, int site) {
        if (Gate.sync && outcome != 0) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** The object only serves a class of the JDK: by itself it orders nothing. */
    public static void inner(@Nullable Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.INNER, object, space, site);
        }
    }

    /**
     * The lock that this thread takes next is a class of the JDK's own business. Of no subclass that is known: it may take
     * another lock first, which would then order nothing.
     */
    public static void innerNext(@Nullable Object lock, int space, int site) {
        if (Gate.sync && lock != null && lock.getClass() == ReentrantLock.class) {
            Recorder.record(Recorder.INNER_NEXT, lock, space, site);
        }
    }

    /** The thread is in the middle of an event of Flight Recorder: one of ours would be written into it. */
    public static void silence(@Nullable Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.silence(true);
        }
    }

    /** Ends what {@link #silence} began. */
    public static void speak(@Nullable Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.silence(false);
        }
    }

    /** The thread is about to ask for an exclusive lock. */
    public static void ask(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ASK, lock, space, site);
        }
    }

    /** The thread has got the exclusive lock. */
    public static void locked(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRED, lock, space, site);
        }
    }

    /** The thread has got the exclusive lock if the method answered true. */
    public static void lockedIfTrue(boolean outcome, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(outcome ? Recorder.TRIED : Recorder.REFUSED, lock, space, site);
        }
    }

    /** The thread asked for the exclusive lock and the method failed. */
    public static void refused(Throwable outcome, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.REFUSED, lock, space, site);
        }
    }

    /**
     * The thread is about to let go of the exclusive lock, or of one level of it; nothing if it does not hold it.
     *
     * @param lock what the lock's conditions know it by
     * @param facade the lock as the application knows it
     */
    public static void unlocking(@Nullable Object lock, Object facade, int space, int site) {
        if (Gate.sync) {
            unlock(lock, facade, space, site);
        }
    }

    @DontInline
    private static void unlock(@Nullable Object lock, Object facade, int space, int site) {
        if (holds(facade)) {
            Recorder.record(Recorder.RELEASING, lock, space, site);
        }
    }

    private static boolean holds(Object facade) {
        if (facade instanceof ReentrantReadWriteLock.WriteLock lock) {
            return lock.isHeldByCurrentThread();
        }
        return !(facade instanceof ReentrantLock lock) || lock.isHeldByCurrentThread();
    }

    /** The thread gives up the exclusive lock to wait for a condition; it takes it back in {@link #awaited}. */
    public static void awaiting(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.WAIT, lock, space, site);
        }
    }

    /** The wait for a condition has ended, however: the thread has the lock again. */
    public static void awaited(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRED, lock, space, site);
        }
    }

    /** A method that waits for a thread has returned. */
    public static void joined(Thread thread, int space, int site) {
        if (Gate.sync && !thread.isAlive()) {
            Recorder.record(Recorder.JOINED, thread, space, site);
        }
    }

    /** A method that tells whether the receiver is alive has answered; only threads count. */
    public static void asked(@Nullable Object receiver, boolean alive, int site) {
        if (Gate.sync && !alive && receiver instanceof Thread) {
            Recorder.record(Recorder.JOINED, receiver, Space.START, site);
        }
    }

    /** Where in the application the next lock operation of this thread comes from. */
    public static void callSite(int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.CALL_SITE, null, 0, site);
        }
    }

    /** A release through the object if its class is not the JDK's own. */
    public static void releaseIfUsers(Object object, int space, int site) {
        if (Gate.sync && object.getClass().getClassLoader() != null) {
            Recorder.record(Recorder.RELEASE, object, space, site);
        }
    }

    /** An acquire through the object if its class is not the JDK's own. */
    public static void acquireIfUsers(Object object, int space, int site) {
        if (Gate.sync && object.getClass().getClassLoader() != null) {
            Recorder.record(Recorder.ACQUIRE, object, space, site);
        }
    }

    /** Before an update through a field updater that may publish. */
    public static void handleRelease(@Nullable Object owner, int space, int site) {
        HandleProbe.before(null, owner, site);
    }

    /** After an access through a field updater that may see what was published. */
    public static void handleAcquire(@Nullable Object owner, int space, int site) {
        HandleProbe.after(null, owner, site);
    }
}
