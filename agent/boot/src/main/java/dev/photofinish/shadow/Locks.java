package dev.photofinish.shadow;

import dev.photofinish.event.LockHandoffEvent;
import dev.photofinish.event.LockOrderEvent;

/**
 * Exclusive locks: monitors and {@code Lock}s. An edge is emitted when a thread takes a lock that another released last; a
 * thread that takes back its own lock learns nothing.
 */
public final class Locks {
    /** The epoch before a thread's first: a handoff from it tells of contention and orders nothing. */
    static final int NOTHING = 0;

    /** Who finds a queue and nobody that has the lock, and has it sooner than this, has overtaken the queue. */
    private static final long OVERTAKING_NANOS = 10_000;

    private Locks() {}

    /** Before the thread asks for the lock: outside the critical section, so that hashing does not inflate the monitor. */
    public static void ask(Shadow shadow, ThreadShadow thread, Object lock, int space) {
        boolean inner = isInner(thread, space);
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        if (inner) {
            sync.inner = true;
        }
        if (thread.indexOfHeld(sync) >= 0) {
            return;
        }
        int owner = sync.owner;
        boolean held = owner != 0 && owner != thread.number;
        // Between one who has let go of it and the next who has not said yet that he has it, there is a queue all the
        // same.
        thread.queued = owner == 0 && sync.waiters() > 0;
        thread.contended = held || thread.queued;
        if (thread.contended) {
            thread.turn = sync.taken() + sync.addWaiter() - 1;
            thread.askedNanos = System.nanoTime();
        }
    }

    /** After the thread has got the lock, for which it would have waited as long as it takes. */
    public static void acquired(Shadow shadow, ThreadShadow thread, Object lock, int space, int site) {
        acquired(shadow, thread, lock, space, site, true);
    }

    /** After the thread has got the lock, for which it would not have waited, or not for ever: no deadlock needs it. */
    public static void tried(Shadow shadow, ThreadShadow thread, Object lock, int space, int site) {
        acquired(shadow, thread, lock, space, site, false);
    }

    private static void acquired(
            Shadow shadow, ThreadShadow thread, Object lock, int space, int site, boolean forEver) {
        boolean inner = isInner(thread, space);
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        if (inner) {
            sync.inner = true;
        }
        touch(thread, lock, space);
        int held = thread.indexOfHeld(sync);
        if (held >= 0) {
            if (sync.owner == thread.number) {
                thread.reenter(held);
                return;
            }
            // Another thread had it meanwhile: this one let go of it in code that is not woven.
            thread.drop(held);
        }
        long now = System.nanoTime();
        long waited = 0;
        if (thread.contended) {
            thread.contended = false;
            sync.removeWaiter();
            waited = now - thread.askedNanos;
            if (thread.queued && waited < OVERTAKING_NANOS) {
                waited = 0;
            }
        }
        int from = space == Space.LOCK ? thread.callSiteOr(site) : site;
        if (forEver) {
            order(shadow, thread, sync, from);
        }
        take(shadow, thread, sync, from, thread.depthBeforeWait(sync), now, waited);
        if (waited > 0) {
            LockStacks.waited(shadow, thread, sync, waited);
        }
    }

    /** Taken also where the lock itself finds no room: what was said of it must not stick to the next one. */
    private static boolean isInner(ThreadShadow thread, int space) {
        return space == Space.LOCK && thread.takeInnerNext();
    }

    /** The thread asked for the lock and did not get it. */
    public static void refused(Shadow shadow, ThreadShadow thread, Object lock, int space) {
        thread.takeInnerNext();
        SyncShadow sync = shadow.findSync(lock, space);
        if (sync != null && thread.contended) {
            thread.contended = false;
            sync.removeWaiter();
        }
    }

    /** Before the thread lets go of the lock, or of one level of it. */
    public static void releasing(Shadow shadow, ThreadShadow thread, Object lock, int space, int site) {
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        int from = space == Space.LOCK ? thread.callSiteOr(site) : site;
        // Every level is a release, not the outermost alone: how many there are is known only where every entry and
        // exit is
        // woven. One that comes too early does no harm, because nobody else can take the lock before the last one.
        touch(thread, lock, space);
        int held = thread.indexOfHeld(sync);
        long now = System.nanoTime();
        release(shadow, thread, sync, held, from, now);
        if (held < 0) {
            sync.owner = 0;
        } else if (thread.exit(held) == 0) {
            sync.owner = 0;
            thread.drop(held);
            LockStacks.held(shadow, thread, sync);
        }
    }

    /** Before the thread gives up every level of the lock to wait; {@link #acquired} follows, however the wait ends. */
    public static void waiting(Shadow shadow, ThreadShadow thread, Object lock, int space, int site) {
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        touch(thread, lock, space);
        int held = thread.indexOfHeld(sync);
        int depth = 1;
        release(shadow, thread, sync, held, site, System.nanoTime());
        if (held >= 0) {
            depth = thread.depth(held);
            thread.drop(held);
        }
        LockStacks.held(shadow, thread, sync);
        sync.owner = 0;
        thread.waitFor(sync, depth);
    }

    private static void touch(ThreadShadow thread, Object lock, int space) {
        if (space == Space.MONITOR) {
            thread.touched.monitor(lock);
        }
    }

    private static void take(
            Shadow shadow, ThreadShadow thread, SyncShadow sync, int site, int depth, long now, long waited) {
        int from = sync.lastThread;
        int fromEpoch = sync.lastEpoch;
        if (from != 0 && from != thread.number && sync.inner) {
            if (waited > 0) {
                handoff(shadow, thread, sync, NOTHING, site, waited, now);
            }
        } else if (from != 0 && from != thread.number && (waited > 0 || !thread.knows(from, fromEpoch))) {
            shadow.advance(thread);
            thread.learned(from, fromEpoch);
            handoff(shadow, thread, sync, fromEpoch, site, waited, now);
        }
        sync.takenBy(thread.number);
        thread.hold(sync, site, depth, now);
    }

    private static void handoff(
            Shadow shadow, ThreadShadow thread, SyncShadow sync, int fromEpoch, int site, long waited, long now) {
        handoff(
                shadow,
                thread,
                sync,
                sync.lastThread,
                fromEpoch,
                sync.lastSite,
                site,
                waited,
                sync.lastHoldNanos,
                sync.lastWaiters,
                waited == 0 ? 0 : now - sync.lastReleaseNanos,
                waited == 0 ? 0 : Math.max(0, sync.taken() - thread.turn),
                waited == 0 ? AllocatedBytes.UNKNOWN : sync.lastAllocated,
                false);
    }

    /**
     * Tells that the lock went to the thread, which has learned one edge more.
     *
     * @param sinceRelease nanoseconds; who asked after the release had it later by no more than it waited
     * @param overtaken how often threads that asked later had it before
     * @param allocated bytes that the releaser allocated while it had it, or {@link AllocatedBytes#UNKNOWN}
     * @param toRead whether the thread shares it with others who read
     */
    static void handoff(
            Shadow shadow,
            ThreadShadow thread,
            SyncShadow sync,
            int from,
            int fromEpoch,
            int fromSite,
            int site,
            long waited,
            long held,
            int waiters,
            long sinceRelease,
            int overtaken,
            long allocated,
            boolean toRead) {
        Sites.markUsed(fromSite);
        Sites.markUsed(site);
        LockHandoffEvent.emit(
                shadow.window,
                thread.edges + 1,
                sync.key,
                shadow.numbers.of(sync.object()),
                sync.type,
                from,
                fromEpoch,
                fromSite,
                thread.number,
                thread.epoch,
                site,
                waited,
                held,
                waiters,
                Math.min(waited, sinceRelease),
                overtaken,
                allocated,
                toRead);
        thread.edges++;
        shadow.countEmitted();
    }

    /** @param held the index of the lock among those that the thread holds; below 0 where its acquisition was not seen */
    private static void release(Shadow shadow, ThreadShadow thread, SyncShadow sync, int held, int site, long now) {
        sync.lastThread = thread.number;
        sync.lastEpoch = thread.epoch;
        sync.lastSite = site;
        sync.lastHoldNanos = held < 0 ? 0 : now - thread.heldSince(held);
        sync.lastReleaseNanos = now;
        sync.lastWaiters = sync.waiters();
        sync.lastAllocated = held < 0 || sync.lastWaiters == 0 ? AllocatedBytes.UNKNOWN : thread.allocatedSince(held);
        shadow.advance(thread);
    }

    /**
     * Tells what was held when the lock was taken. Not of a lock that no other thread has taken yet: it may be new, and nobody else
     * know it, as where a pool makes and locks a member under its own lock.
     */
    private static void order(Shadow shadow, ThreadShadow thread, SyncShadow acquired, int site) {
        int count = thread.heldCount();
        if (count == 0 || !acquired.wasTakenByAnother(thread.number)) {
            return;
        }
        LockSet held = thread.lockSet(shadow.lockSets);
        Object object = acquired.object();
        if (held == null || object == null || !thread.ordersAnew(held, acquired)) {
            return;
        }
        LockSets.emit(held, shadow.window, shadow.numbers);
        Sites.markUsed(site);
        SyncShadow last = thread.heldLock(count - 1);
        LockOrderEvent.emit(
                shadow.window,
                thread.number,
                thread.epoch,
                held.id,
                shadow.numbers.of(last.object()),
                last.type,
                thread.heldSite(count - 1),
                shadow.numbers.of(object),
                System.identityHashCode(object),
                acquired.type,
                site);
        shadow.countEmitted();
    }
}
