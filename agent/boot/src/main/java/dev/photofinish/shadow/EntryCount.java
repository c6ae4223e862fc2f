package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What all threads of a window have counted of their probes: each tells once in a while, so that to ask costs nothing however
 * many threads there are. Behind the truth by what a thread has not told, never ahead.
 */
final class EntryCount {
    private static final VarHandle TOLD;

    static {
        try {
            TOLD = MethodHandles.lookup().findVarHandle(EntryCount.class, "told", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // through TOLD
    private volatile long told;

    /** None yet. */
    EntryCount() {
        // Links the call: no thread of the application is to do that inside a probe.
        add(0);
    }

    void add(long entries) {
        TOLD.getAndAdd(this, entries);
    }

    long told() {
        return told;
    }
}
