package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What the cases of the gate must see of a thread's shadow, and the weaker orderings that were rejected. */
public final class Looks {
    private static final VarHandle IN_FIELD_PROBE;

    static {
        try {
            IN_FIELD_PROBE = MethodHandles.privateLookupIn(ThreadShadow.class, MethodHandles.lookup())
                    .findVarHandle(ThreadShadow.class, "inFieldProbe", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Looks() {}

    /** A shadow of the calling thread that is in no window. */
    public static ThreadShadow thread() {
        return new ThreadShadow(Thread.currentThread(), 0, 1, false, false, new EntryCount(), UnseenWays.NONE);
    }

    /** Rejected: the flag by a release store, which may be seen after the thread's own next load. */
    public static void enterFieldRelease(ThreadShadow thread) {
        IN_FIELD_PROBE.setRelease(thread, true);
    }

    /** Whether an access of the thread was recorded. */
    public static boolean hasAccess(ThreadShadow thread) {
        return thread.accesses > 0;
    }

    /** Whether the thread has learned something from another. */
    public static boolean hasEdge(ThreadShadow thread) {
        return thread.edges > 0;
    }

    /** A table of threads as each window has one. */
    public static final class Table {
        private final Buckets<ThreadShadow> threads = new Buckets<>(1, Integer.MAX_VALUE);

        /** As the thread's first probe does. */
        public void add(ThreadShadow thread) {
            threads.putIfAbsent(thread, thread.object());
        }

        /** As the closing thread does. */
        public boolean hasAnyVolatile() {
            Search search = new Search();
            threads.forEach(search);
            return search.found;
        }

        /** Rejected: as a probe looks for its thread. */
        public boolean hasAcquire(ThreadShadow thread) {
            return threads.find(thread.object(), thread.hash, 0) != null;
        }
    }

    private static final class Search implements Buckets.Visitor<ThreadShadow> {
        boolean found;

        @Override
        public void visit(ThreadShadow thread) {
            found = true;
        }
    }
}
