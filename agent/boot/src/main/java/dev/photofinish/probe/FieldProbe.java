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

    /** Before {@code getfield} of a cold field. */
    public static void readCold(Object owner, int site) {
        if (Gate.coldFields) {
            AccessRecorder.coldField(owner, site, AccessRecorder.READ);
        }
    }

    /** Before {@code putfield} of a cold field. */
    public static void writeCold(Object owner, int site) {
        if (Gate.coldFields) {
            AccessRecorder.coldField(owner, site, AccessRecorder.WRITE);
        }
    }

    /** After {@code getstatic} of a cold field. */
    public static void readStaticCold(int site) {
        if (Gate.coldFields) {
            AccessRecorder.coldField(null, site, AccessRecorder.READ);
        }
    }

    /** After {@code putstatic} of a cold field. */
    public static void writeStaticCold(int site) {
        if (Gate.coldFields) {
            AccessRecorder.coldField(null, site, AccessRecorder.WRITE);
        }
    }
}
