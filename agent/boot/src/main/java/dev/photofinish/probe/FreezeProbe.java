package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Called where final fields are frozen and where they are read. In full mode it is told of which object; in windows only that
 * something is frozen, and reads have no probes: they are everywhere, and the JIT makes an object that a probe may be given.
 */
public final class FreezeProbe {
    private FreezeProbe() {}

    /** Before something with final references can be published: at the end of its constructor, before a lambda is made. */
    public static void froze(int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.FROZE, null, 0, site);
        }
    }

    /** At the end of a constructor of an object with final references. */
    public static void constructed(Object object, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.FREEZE, object, Space.FREEZE, site);
        }
    }

    /** After a final field of the object was read. */
    public static void read(@Nullable Object object, int site) {
        if (Gate.sync && object != null) {
            Recorder.record(Recorder.REACH, object, Space.FREEZE, site);
        }
    }

    /** Before a lambda is made that captures the object; {@code lambda} stands for its code. */
    public static void captured(@Nullable Object object, int lambda, int site) {
        if (Gate.sync && object != null) {
            Recorder.record(Recorder.FREEZE, object, Space.captured(lambda), site);
        }
    }

    /** At the entry of a lambda's body to which the object was passed, captured or not. */
    public static void entered(@Nullable Object object, int lambda, int site) {
        if (Gate.sync && object != null) {
            Recorder.record(Recorder.REACH, object, Space.captured(lambda), site);
        }
    }

    /** An object of the JDK with final fields has been made. */
    public static void made(Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.FREEZE, object, space, site);
        }
    }

    /** An object of the JDK with final fields is about to be read. */
    public static void used(Object object, int space, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.REACH, object, space, site);
        }
    }

    /** At the end of a constructor of an object with a finalizer. */
    public static void finalizable(Object object, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.FREEZE, object, Space.FINALIZE, site);
        }
    }

    /** At the entry of a finalizer. */
    public static void finalizing(Object object, int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.ACQUIRE, object, Space.FINALIZE, site);
        }
    }
}
