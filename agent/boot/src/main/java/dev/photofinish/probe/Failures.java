package dev.photofinish.probe;

import org.jspecify.annotations.Nullable;

/** Failures inside probes: counted, the first one kept, for the agent to report. They never reach the application. */
public final class Failures {
    private static volatile int count;
    private static volatile @Nullable Throwable first;

    private Failures() {}

    /** Called by a probe in its catch block. Racy increments may lose a count, never the fact. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a lost increment of a failure count is harmless; a lock here is not
    static void record(Throwable failure) {
        count++;
        if (first == null) {
            first = failure;
        }
    }

    /** How many there were, about. */
    public static int count() {
        return count;
    }

    /** The first one. */
    public static @Nullable Throwable first() {
        return first;
    }

    /** Forgets them: when the agent starts anew. */
    public static void clear() {
        count = 0;
        first = null;
    }
}
