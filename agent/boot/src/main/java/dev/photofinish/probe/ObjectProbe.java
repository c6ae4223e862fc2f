package dev.photofinish.probe;

import dev.photofinish.window.Gate;
import org.jspecify.annotations.Nullable;

/**
 * Called before calls on objects that may be of the JDK and not thread-safe: whether they are is looked up here, by the exact
 * class of the object.
 */
public final class ObjectProbe {
    private ObjectProbe() {}

    /** Before a call that reads the object. */
    public static void read(@Nullable Object object, int site) {
        if (Gate.fields && object != null) {
            AccessRecorder.contents(object, site, AccessRecorder.READ);
        }
    }

    /** Before a call that writes the object. */
    public static void write(@Nullable Object object, int site) {
        if (Gate.fields && object != null) {
            AccessRecorder.contents(object, site, AccessRecorder.WRITE);
        }
    }

    /** Before a read in a wrapper of the JDK, on behalf of its caller. */
    public static void readInside(@Nullable Object object, int site) {
        if (Gate.fields && object != null) {
            AccessRecorder.inside(object, site, AccessRecorder.READ);
        }
    }

    /** Before a write in a wrapper of the JDK, on behalf of its caller. */
    public static void writeInside(@Nullable Object object, int site) {
        if (Gate.fields && object != null) {
            AccessRecorder.inside(object, site, AccessRecorder.WRITE);
        }
    }

    /** After a call that made a view of the object: an iterator, a key set, a sublist. */
    public static void viewed(@Nullable Object view, @Nullable Object object) {
        if (Gate.fields && view != null && object != null) {
            AccessRecorder.view(view, object);
        }
    }
}
