package dev.photofinish.probe;

import dev.photofinish.window.Gate;

/** Called before each access to a watched field. */
public final class FieldProbe {
    private FieldProbe() {}

    /** Before {@code getfield}. */
    public static void read(Object owner, int site) {
        if (Gate.fields) {
            AccessRecorder.field(owner, site, AccessRecorder.READ);
        }
    }

    /** Before {@code putfield}. */
    public static void write(Object owner, int site) {
        if (Gate.fields) {
            AccessRecorder.field(owner, site, AccessRecorder.WRITE);
        }
    }

    /** Before {@code getstatic}. */
    public static void readStatic(int site) {
        if (Gate.fields) {
            AccessRecorder.field(null, site, AccessRecorder.READ);
        }
    }

    /** Before {@code putstatic}. */
    public static void writeStatic(int site) {
        if (Gate.fields) {
            AccessRecorder.field(null, site, AccessRecorder.WRITE);
        }
    }
}
