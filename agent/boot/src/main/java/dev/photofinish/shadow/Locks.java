package dev.photofinish.shadow;

import dev.photofinish.event.LockHandoffEvent;
import dev.photofinish.event.LockOrderEvent;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive locks: monitors and {@code Lock}s. An edge is emitted when a thread takes a lock that another released last; a
 * thread that takes back its own lock learns nothing.
 */
public final class Locks {
    /** The epoch before a thread's first: a handoff from it tells of contention and orders nothing. */
    private static final int NOTHING = 0;

    private Locks() {}

    /** Before the thread asks for the lock: outside the critical section, so that hashing does not inflate the monitor. */
    public static void ask(Shadow shadow, ThreadShadow thread, Object lock, int space) {
        shadow.settle(thread);
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        noteInner(thread, sync, space);
        if (thread.indexOfHeld(sync) >= 0) {
            return;
        }
        int owner = sync.owner;
        thread.contended = owner != 0 && owner != thread.number;
        if (thread.contended) {
            sync.addWaiter();
            thread.askedNanos = System.nanoTime();
        }
    }

    /** After the thread has got the lock. */
    public static void acquired(Shadow shadow, ThreadShadow thread, Object lock, int space, int site) {
        shadow.settle(thread);
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        noteInner(thread, sync, space);
        int held = thread.indexOfHeld(sync);
        if (held >= 0) {
            thread.reenter(held);
            return;
        }
        long now = System.nanoTime();
        long waited = 0;
        if (thread.contended) {
            thread.contended = false;
            sync.removeWaiter();
            waited = now - thread.askedNanos;
        }
        int from = space == Space.LOCK ? thread.callSiteOr(site) : site;
        order(shadow, thread, sync, from);
        take(shadow, thread, sync, from, 1, now, waited);
    }

    private static void noteInner(ThreadShadow thread, SyncShadow sync, int space) {
        if (space == Space.LOCK && thread.takeInnerNext()) {
            sync.inner = true;
        }
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
        shadow.settle(thread);
        SyncShadow sync = shadow.sync(lock, space);
        if (sync == null) {
            return;
        }
        int from = space == Space.LOCK ? thread.callSiteOr(site) : site;
        int held = thread.indexOfHeld(sync);
        if (held < 0) {
            // Taken before the window opened: perhaps not the outermost level, but then nobody else can take it yet and
            // the
            // next release overwrites this one.
            release(thread, sync, from, 0);
        } else if (thread.exit(held) == 0) {
            release(thread, sync, from, System.nanoTime() - thread.heldSince(held));
            thread.drop(held);
        }
    }

    /**
     * Before the thread gives up every level of the lock to wait on it.
     *
     * @param lazily the lock is taken back by the thread's next probe, however the wait ends; otherwise by {@link #acquired}
     */
    public static void waiting(Shadow shadow, ThreadShadow thread, Object lock, boolean lazily, int site) {
        shadow.settle(thread);
        SyncShadow sync = shadow.sync(lock, lazily ? Space.MONITOR : Space.LOCK);
        if (sync == null) {
            return;
        }
        int held = thread.indexOfHeld(sync);
        int depth = 1;
        long hold = 0;
        if (held >= 0) {
            depth = thread.depth(held);
            hold = System.nanoTime() - thread.heldSince(held);
            thread.drop(held);
        }
        release(thread, sync, site, hold);
        if (lazily) {
            thread.waiting = sync;
            thread.waitingSite = site;
            thread.waitingDepth = depth;
        }
    }

    static void retake(Shadow shadow, ThreadShadow thread, SyncShadow monitor) {
        take(shadow, thread, monitor, thread.waitingSite, thread.waitingDepth, System.nanoTime(), 0);
    }

    private static void take(
            Shadow shadow, ThreadShadow thread, SyncShadow sync, int site, int depth, long now, long waited) {
        int from = sync.lastThread;
        int fromEpoch = sync.lastEpoch;
        if (from != 0 && from != thread.number && sync.inner) {
            if (waited > 0) {
                handoff(shadow, thread, sync, NOTHING, site, waited);
            }
        } else if (from != 0 && from != thread.number && (waited > 0 || !thread.knows(from, fromEpoch))) {
            thread.epoch++;
            thread.learned(from, fromEpoch);
            handoff(shadow, thread, sync, fromEpoch, site, waited);
        }
        sync.owner = thread.number;
        thread.hold(sync, site, depth, now);
    }

    private static void handoff(
            Shadow shadow, ThreadShadow thread, SyncShadow sync, int fromEpoch, int site, long waited) {
        Sites.markUsed(sync.lastSite);
        Sites.markUsed(site);
        LockHandoffEvent.emit(
                shadow.window,
                thread.edges + 1,
                sync.key,
                shadow.numbers.of(sync.object()),
                sync.type,
                sync.lastThread,
                fromEpoch,
                sync.lastSite,
                thread.number,
                thread.epoch,
                site,
                waited,
                sync.lastHoldNanos,
                sync.lastWaiters);
        thread.edges++;
        shadow.countEmitted();
    }

    private static void release(ThreadShadow thread, SyncShadow sync, int site, long holdNanos) {
        sync.lastThread = thread.number;
        sync.lastEpoch = thread.epoch++;
        sync.lastSite = site;
        sync.lastHoldNanos = holdNanos;
        sync.lastWaiters = sync.waiters();
        sync.owner = 0;
    }

    private static void order(Shadow shadow, ThreadShadow thread, SyncShadow acquired, int site) {
        int count = thread.heldCount();
        if (count == 0) {
            return;
        }
        SyncShadow outer = thread.heldLock(count - 1);
        @Nullable SyncShadow lastUnder = acquired.lastUnder;
        if (lastUnder == outer) {
            return;
        }
        acquired.lastUnder = outer;
        int heldSite = thread.heldSite(count - 1);
        Sites.markUsed(heldSite);
        Sites.markUsed(site);
        LockOrderEvent.emit(
                shadow.window,
                thread.number,
                shadow.numbers.of(outer.object()),
                outer.type,
                heldSite,
                shadow.numbers.of(acquired.object()),
                acquired.type,
                site);
        shadow.countEmitted();
    }
}
