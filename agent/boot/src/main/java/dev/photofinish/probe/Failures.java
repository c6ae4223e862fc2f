package dev.photofinish.probe;

import org.jspecify.annotations.Nullable;

/** Internal errors of the agent, in probes above all: counted, the first one kept, to be reported. They never reach the application. */
public final class Failures {
    private static final Failures ALL = new Failures();

    private volatile int count;
    private volatile @Nullable Throwable first;

    private Failures() {}

    /** Called by a probe in its catch block, and by a thread of the agent that ends. Racy increments may lose a count, never the fact. */
    public static void record(Throwable failure) {
        ALL.add(failure);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // a lost increment of a failure count is harmless; a lock here is not
    private void add(Throwable failure) {
        count++;
        if (first == null) {
            first = failure;
        }
    }

    /** How many there were, about. */
    public static int count() {
        return ALL.count;
    }

    /** The first one. */
    public static @Nullable Throwable first() {
        return ALL.first;
    }

    /** Forgets them: when the agent starts anew, and when it ends, as the first one leads to its loader. */
    public static void clear() {
        ALL.count = 0;
        ALL.first = null;
    }
}
