package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/** What is known about one synchronization object in one {@link Space}. */
final class SyncShadow extends Node {
    /*
     * Two ways of keeping releases, one per use of the object:
     *
     * An exclusive lock has one last releaser. It is written by the thread that holds the lock, before it lets go, and read
     * by the thread that has taken it: the application's own lock orders the two, so the fields are plain.
     *
     * Anything else (a volatile field, a latch, a queue element) may be released by many threads at once. Each has one
     * Release in a chain, pushed by compare-and-set, of which only its own thread updates the epoch. An acquirer walks the
     * chain. The release is recorded before the application's own releasing store and the chain is walked after its
     * acquiring load: who sees the store sees the record. (The reverse can happen: a record seen without its store. That
     * is an edge too many, a race missed at worst, never one invented.)
     */
    private static final VarHandle RELEASES;
    private static final VarHandle WAITERS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            RELEASES = lookup.findVarHandle(SyncShadow.class, "releases", Release.class);
            WAITERS = lookup.findVarHandle(SyncShadow.class, "waiters", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final @Nullable Class<?> type;

    /** In {@link Space#LOCK_QUEUE} alone. */
    final @Nullable SharedQueue queue;

    // Exclusive locks: written under the lock itself, before it is released.
    int lastThread;
    int lastEpoch;
    int lastSite;
    long lastHoldNanos;
    long lastReleaseNanos;
    int lastWaiters;

    /** What the last holder allocated in its hold, in bytes; unknown unless others waited, and of the first hold for which others waited. */
    long lastAllocated = AllocatedBytes.UNKNOWN;

    /** How often the exclusive lock was taken, by its own order; only a hint for who does not have it. */
    private int taken;

    /** The first thread that was seen to take the exclusive lock; and whether another one was. */
    private int firstOwner;

    private boolean shared;

    /** Who holds the exclusive lock, 0 for nobody that was seen; only a hint for waiters. */
    volatile int owner;

    /**
     * Whether the object only serves a class of the JDK, whose documentation promises other edges than the object gives: a
     * lock is then followed for contention alone. Never taken back.
     */
    volatile boolean inner;

    /** Whether a thread has waited for the exclusive lock. Never taken back. */
    private volatile boolean wanted;

    @SuppressWarnings("UnusedVariable") // through WAITERS
    private volatile int waiters;

    private volatile @Nullable Release releases;

    SyncShadow(@Nullable Object object, int hash, int space, boolean weak) {
        super(object, hash, space, weak);
        this.type = object == null ? null : shownAs(object.getClass());
        this.queue = space == Space.LOCK_QUEUE ? new SharedQueue() : null;
    }

    /** The lock that the application knows, for the inner synchronizer that stands for it. */
    private static Class<?> shownAs(Class<?> type) {
        Class<?> outer = AbstractOwnableSynchronizer.class.isAssignableFrom(type) ? type.getEnclosingClass() : null;
        if (outer != null && (Lock.class.isAssignableFrom(outer) || ReadWriteLock.class.isAssignableFrom(outer))) {
            return outer;
        }
        return type;
    }

    @Nullable
    Release releases() {
        return releases;
    }

    void release(int thread, int epoch, int site) {
        for (Release own = releases; own != null; own = own.next) {
            if (own.thread == thread) {
                own.publishRelease(site, epoch);
                return;
            }
        }
        Release fresh = new Release(thread, site, epoch);
        Release head;
        do {
            head = releases;
            fresh.next = head;
        } while (!RELEASES.compareAndSet(this, head, fresh));
    }

    /** Takes back the thread's latest release. */
    void retract(int thread) {
        for (Release own = releases; own != null; own = own.next) {
            if (own.thread == thread) {
                own.retractRelease();
                return;
            }
        }
    }

    /** The thread has the exclusive lock now. */
    void takenBy(int thread) {
        // Before the owner: who sees the owner counts it as one that had it before he asked.
        taken++;
        owner = thread;
        if (firstOwner == 0) {
            firstOwner = thread;
        } else if (firstOwner != thread) {
            shared = true;
        }
    }

    /** How often the exclusive lock was taken so far. */
    int taken() {
        return taken;
    }

    /** Whether another thread has been seen to take the exclusive lock. */
    boolean wasTakenByAnother(int thread) {
        return shared || (firstOwner != 0 && firstOwner != thread);
    }

    /** Counts a thread that is about to wait; answers how many wait now, itself included. */
    int addWaiter() {
        if (!wanted) {
            wanted = true;
        }
        return (int) WAITERS.getAndAdd(this, 1) + 1;
    }

    void removeWaiter() {
        WAITERS.getAndAdd(this, -1);
    }

    int waiters() {
        return waiters;
    }

    /** Whether the lock is one for which threads wait, so that more is to be known of its holds. */
    boolean isWanted() {
        return wanted;
    }
}
