package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * What final fields order (JLS 17.5) in a window, where reads of final fields have no probes: whoever accesses an object that
 * another thread has written is taken to have come to it through final fields, of all that any thread has frozen since.
 *
 * <p>That is more than there is: a race is missed where the writer, or whoever has learned from it, has frozen something in
 * between, and none is invented. Static fields are reached through no object, and a read is ordered before nothing by
 * a freeze: of those nothing is assumed.
 */
final class AssumedFreezes {
    /*
     * "Since" is told by the number of accesses recorded in the window: an access has its own, a freeze that of the latest. A
     * freeze is published before what it freezes can be: the store of its number comes before the barrier at the end of the
     * constructor, and who has seen the object loads it after that.
     *
     * It is enough to look when an access meets a write that nothing orders before it. If a freeze orders that write w before this access,
     * then w comes by edges, which are recorded, before the first freeze on the way, and that one is learned here.
     */
    private static final Object ANY = new Object();

    /** Threads that are known by themselves; freezes of any more make accesses be left out. */
    private static final int MOST_THREADS = 256;

    /** A thread that learns more in one window has its accesses left out: each is an event. */
    private static final int MOST_LEARNED = 2_000;

    private static final VarHandle LAST;
    private static final VarHandle THREADS;
    private static final VarHandle OTHERS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            LAST = lookup.findVarHandle(AssumedFreezes.class, "last", ThreadShadow.class);
            THREADS = lookup.findVarHandle(AssumedFreezes.class, "threads", int.class);
            OTHERS = lookup.findVarHandle(AssumedFreezes.class, "others", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Shadow shadow;

    /** The threads that have frozen something, the latest first. */
    private volatile @Nullable ThreadShadow last;

    @SuppressWarnings("UnusedVariable") // through THREADS
    private volatile int threads;

    /** When a thread that is not among them has frozen something for the last time. */
    private volatile long others = Long.MIN_VALUE;

    AssumedFreezes(Shadow shadow) {
        this.shadow = shadow;
    }

    /** The thread is about to freeze final fields of something: before that can be published. */
    void freeze(ThreadShadow thread, int site) {
        long now = shadow.recorded();
        if (thread.freezes.listed == Mark.NEW) {
            list(thread);
        }
        if (thread.freezes.listed == Mark.UNLISTED) {
            raiseOthers(now);
        }
        if (thread.freezes.set(thread, now, site)) {
            shadow.advance(thread);
        }
        VarHandle.storeStoreFence();
    }

    private void list(ThreadShadow thread) {
        if ((int) THREADS.getAndAdd(this, 1) >= MOST_THREADS) {
            thread.freezes.listed = Mark.UNLISTED;
            return;
        }
        thread.freezes.listed = Mark.LISTED;
        ThreadShadow next;
        do {
            next = last;
            thread.freezes.next = next;
        } while (!LAST.compareAndSet(this, next, thread));
    }

    private void raiseOthers(long now) {
        long seen = others;
        while (seen < now && !OTHERS.compareAndSet(this, seen, now)) {
            seen = others;
        }
    }

    /**
     * Lets the thread learn from every other that has frozen something since.
     *
     * @param since the number of an access that nothing is known to order before the one that is recorded
     * @param now whether that one is made now; what was made before can learn nothing any more
     * @return false where the access has to be left out
     */
    boolean learn(ThreadShadow thread, long since, int site, boolean now) {
        // What the application has just loaded comes before what is loaded here.
        VarHandle.loadLoadFence();
        ThreadShadow first = last;
        if (first == null) {
            return true;
        }
        if (others > since) {
            return false;
        }
        boolean advanced = false;
        for (ThreadShadow other = first; other != null; other = other.freezes.next) {
            if (other == thread || other.freezes.atAcquire() <= since) {
                continue;
            }
            int epoch = other.freezes.epoch;
            if (thread.knows(other.number, epoch) || thread.frozen.knows(other.number, epoch)) {
                continue;
            }
            boolean may = now && thread.freezes.learned < MOST_LEARNED;
            SyncShadow sync = may ? shadow.sync(ANY, Space.FREEZE) : null;
            if (sync == null) {
                return false;
            }
            if (!advanced) {
                shadow.advance(thread);
                advanced = true;
            }
            thread.freezes.learned++;
            thread.frozen.learned(other.number, epoch);
            shadow.emitEdge(thread, sync, Space.FREEZE, other.number, epoch, other.freezes.site, site);
        }
        return true;
    }

    /** Whether the thread has learned here that the access comes before what it does now. */
    boolean orders(ThreadShadow thread, Access access) {
        return last != null && thread.frozen.knows(access.thread, access.epoch);
    }

    /** The last freeze of one thread. Written by that thread. */
    static final class Mark {
        static final int NEW = 0;
        static final int LISTED = 1;
        static final int UNLISTED = 2;

        private static final VarHandle AT;

        static {
            try {
                AT = MethodHandles.lookup().findVarHandle(Mark.class, "at", long.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        int listed = NEW;

        @Nullable
        ThreadShadow next;

        /** How often the thread has learned here. */
        int learned;

        int epoch;
        int site;
        private int accesses = -1;

        @SuppressWarnings("UnusedVariable") // through AT
        private long at = Long.MIN_VALUE;

        /** False where the thread has recorded and learned nothing since its last freeze: that one stands for this. */
        private boolean set(ThreadShadow thread, long now, int where) {
            if (accesses == thread.accesses && epoch == thread.epoch - 1) {
                return false;
            }
            accesses = thread.accesses;
            epoch = thread.epoch;
            site = where;
            AT.setRelease(this, now);
            return true;
        }

        private long atAcquire() {
            return (long) AT.getAcquire(this);
        }
    }
}
