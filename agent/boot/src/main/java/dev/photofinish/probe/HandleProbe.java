package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Called around accesses by variable handle, {@code Unsafe} and field updater, and around fences.
 *
 * <p>Which field is meant is not known here, only on which object: all such accesses to an object share one clock, which
 * direct accesses to its volatile fields read and write too. That orders more than the specification does, never less.
 */
public final class HandleProbe {
    private HandleProbe() {}

    /** Before an access that may publish; {@code first} is the first argument. */
    public static void before(@Nullable Object handle, @Nullable Object first, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, owner(handle, first), Space.HANDLE, site);
        }
    }

    /** After an access that may see what was published. */
    public static void after(@Nullable Object handle, @Nullable Object first, int site) {
        if (Gate.sync) {
            Object owner = owner(handle, first);
            Recorder.record(Recorder.ACQUIRE, owner, Space.HANDLE, site);
            Recorder.record(Recorder.ACQUIRE, owner, Space.DIRECT, site);
        }
    }

    /** Before a fence that orders earlier writes: one clock for all fences of the JVM. */
    public static void fenceBefore(int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, null, Space.FENCE, site);
        }
    }

    /** After a fence that orders later reads. */
    public static void fenceAfter(int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, null, Space.FENCE, site);
        }
    }

    private static @Nullable Object owner(@Nullable Object handle, @Nullable Object first) {
        if (handle instanceof VarHandle variable && variable.coordinateTypes().isEmpty()) {
            return null;
        }
        return first;
    }
}
