package dev.photofinish.probe;

import dev.photofinish.window.Gate;
import org.jspecify.annotations.Nullable;

/** Called from {@code StampedLock}, where a thread reads without the lock and asks afterwards whether that was good. */
public final class StampProbe {
    /** Whether any thread has begun to read optimistically. Each thread sees its own store. */
    private static boolean used;

    private StampProbe() {}

    /** Whether the calling thread may be in an optimistic section that it began while no window was open. */
    static boolean mayBeReadingOptimistically() {
        return used;
    }

    /** Forgets the sections so far; before {@code StampedLock} is woven. */
    public static void restart() {
        used = false;
    }

    /** The lock answered with a stamp to read under, 0 for none: somebody writes. */
    public static void optimistic(long stamp, @Nullable Object lock, int space, int site) {
        if (!used) {
            used = true;
        }
        if (Gate.sync) {
            Recorder.record(stamp == 0 ? Recorder.END_OPTIMISTIC : Recorder.OPTIMISTIC, lock, space, site);
        }
    }

    /** The lock answered whether a stamp is still good; after the acquire that goes with it. */
    public static void validated(boolean good, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.VALIDATING, lock, space, site);
            Recorder.record(good ? Recorder.VALIDATED : Recorder.REFUTED, lock, space, site);
        }
    }

    /** The lock answered whether it could make something else of a stamp, 0 for no. */
    public static void converted(long stamp, @Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(stamp != 0 ? Recorder.VALIDATED : Recorder.REFUTED, lock, space, site);
        }
    }

    /** The lock was asked for in earnest. */
    public static void earnest(@Nullable Object lock, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.END_OPTIMISTIC, lock, space, site);
        }
    }
}
