package dev.photofinish.shadow;

import dev.photofinish.shadow.SharedQueue.Departure;
import org.jspecify.annotations.Nullable;

/**
 * Locks that several threads may have at once: read-write locks, stamped locks, semaphores. Who waits for whom, for contention
 * alone: what they order is recorded in clocks of their own, and never here.
 *
 * <p>Each method is told the side of the lock by the space of its clock: {@link Space#READ_LOCK} and {@link Space#WRITE_LOCK} of
 * a read-write lock, whose writers are an exclusive lock among themselves ({@link Locks}); {@link Space#STATE} of any other.
 */
public final class SharedLocks {
    private SharedLocks() {}

    /**
     * Before the thread asks for the lock; of a stamped lock and a semaphore only where it is not free. A writer asks {@link
     * Locks#ask} first.
     */
    public static void ask(Shadow shadow, ThreadShadow thread, Object lock, int side) {
        ask(shadow, thread, lock, side, side == Space.READ_LOCK);
    }

    /** The same of a stamp to read with. */
    public static void askToRead(Shadow shadow, ThreadShadow thread, Object lock, int side) {
        ask(shadow, thread, lock, side, true);
    }

    private static void ask(Shadow shadow, ThreadShadow thread, Object lock, int side, boolean toRead) {
        SyncShadow sync = sync(shadow, lock);
        SharedQueue queue = sync == null ? null : sync.queue;
        if (queue != null && hasToWait(shadow, thread, lock, queue, side)) {
            thread.shares.join(queue, side == Space.WRITE_LOCK, toRead);
        }
    }

    /** As far as is known: of threads that are inside since before the window it is not. */
    private static boolean hasToWait(Shadow shadow, ThreadShadow thread, Object lock, SharedQueue queue, int side) {
        if (side == Space.WRITE_LOCK) {
            // Who waits for another writer is told by Locks: no wait is told twice.
            return !thread.contended && queue.readers() > 0;
        }
        if (side == Space.READ_LOCK) {
            SyncShadow exclusive = shadow.findSync(lock, Space.LOCK);
            int owner = exclusive == null ? 0 : exclusive.owner;
            return owner == 0 ? queue.waitingWriters() > 0 && !thread.shares.isInside(queue) : owner != thread.number;
        }
        return true;
    }

    /** After the thread has got the lock; a writer before it tells {@link Locks}. */
    public static void entered(Shadow shadow, ThreadShadow thread, Object lock, int side, int site) {
        boolean exclusive = side == Space.WRITE_LOCK;
        int from = exclusive ? thread.callSiteStill(site) : thread.callSiteOr(site);
        SharedQueue asked = thread.shares.queue();
        SyncShadow sync = exclusive && asked == null ? shadow.findSync(lock, Space.LOCK_QUEUE) : sync(shadow, lock);
        SharedQueue queue = sync == null ? null : sync.queue;
        thread.shares.leaveQueue();
        if (sync == null || queue == null) {
            return;
        }
        long now = System.nanoTime();
        if (asked == queue) {
            waited(shadow, thread, sync, queue, from, now);
        }
        if (exclusive) {
            queue.addEntry();
        } else {
            thread.shares.enter(queue, side == Space.READ_LOCK, now);
        }
    }

    /** The thread asked for the lock and did not get it. */
    public static void turnedAway(ThreadShadow thread) {
        thread.callSiteOr(0);
        thread.shares.leaveQueue();
    }

    /** Before the thread lets go of the lock, or of a part of it; a writer before it tells {@link Locks}. */
    public static void leaving(Shadow shadow, ThreadShadow thread, Object lock, int side, int site) {
        boolean exclusive = side == Space.WRITE_LOCK;
        int from = exclusive ? thread.callSiteStill(site) : thread.callSiteOr(site);
        leave(shadow, thread, lock, side, from);
    }

    /** Before a writer gives up the lock to wait for a condition, and tells {@link Locks#waiting}. */
    public static void waiting(Shadow shadow, ThreadShadow thread, Object lock, int site) {
        leave(shadow, thread, lock, Space.WRITE_LOCK, site);
    }

    private static void leave(Shadow shadow, ThreadShadow thread, Object lock, int side, int site) {
        SyncShadow sync = shadow.findSync(lock, Space.LOCK_QUEUE);
        SharedQueue queue = sync == null ? null : sync.queue;
        if (sync == null || queue == null) {
            return;
        }
        long since = side == Space.WRITE_LOCK ? ThreadShares.UNKNOWN : thread.shares.leave(queue);
        int waiters = queue.waiters();
        if (waiters > 0) {
            if (side == Space.WRITE_LOCK) {
                since = exclusiveSince(shadow, thread, lock);
            }
            long now = System.nanoTime();
            long hold = since == ThreadShares.UNKNOWN ? 0 : now - since;
            queue.publishVolatile(new Departure(thread.number, site, hold, now, waiters));
            LockStacks.held(shadow, thread, sync, hold);
        }
    }

    private static long exclusiveSince(Shadow shadow, ThreadShadow thread, Object lock) {
        SyncShadow exclusive = shadow.findSync(lock, Space.LOCK);
        int held = exclusive == null ? -1 : thread.indexOfHeld(exclusive);
        return held < 0 ? ThreadShares.UNKNOWN : thread.heldSince(held);
    }

    /** The shadow of the lock's queue; null where there is room only for what orders. */
    private static @Nullable SyncShadow sync(Shadow shadow, Object lock) {
        SyncShadow known = shadow.findSync(lock, Space.LOCK_QUEUE);
        return known != null || shadow.isCrowded() ? known : shadow.sync(lock, Space.LOCK_QUEUE);
    }

    /** Tells of a wait, if it is known who ended it. */
    private static void waited(
            Shadow shadow, ThreadShadow thread, SyncShadow sync, SharedQueue queue, int site, long now) {
        Departure left = queue.departureVolatile();
        long asked = thread.shares.askedNanos();
        if (left == null || left.thread() == thread.number || left.atNanos() - asked < 0) {
            return;
        }
        long waited = now - asked;
        Locks.handoff(
                shadow,
                thread,
                sync,
                left.thread(),
                Locks.NOTHING,
                left.site(),
                site,
                waited,
                left.holdNanos(),
                left.waiters(),
                now - left.atNanos(),
                thread.shares.overtaken(queue),
                AllocatedBytes.UNKNOWN,
                thread.shares.toRead());
        LockStacks.waited(shadow, thread, sync, waited);
    }
}
