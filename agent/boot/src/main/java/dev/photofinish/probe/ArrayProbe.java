package dev.photofinish.probe;

import dev.photofinish.window.Gate;
import org.jspecify.annotations.Nullable;

/** Called before each access to the elements of a watched array; where the array or the index is wrong, there is none. */
public final class ArrayProbe {
    private ArrayProbe() {}

    /** Before {@code xaload}. */
    public static void read(@Nullable Object array, int index, int site) {
        if (Gate.fields && index >= 0) {
            AccessRecorder.elements(array, index, index + 1, site, AccessRecorder.READ);
        }
    }

    /** Before {@code xastore}. */
    public static void write(@Nullable Object array, int index, int site) {
        if (Gate.fields && index >= 0) {
            AccessRecorder.elements(array, index, index + 1, site, AccessRecorder.WRITE);
        }
    }

    /** Before a call that reads {@code count} elements. */
    public static void readSpan(@Nullable Object array, int from, int count, int site) {
        if (Gate.fields) {
            AccessRecorder.elements(array, from, end(from, count), site, AccessRecorder.READ);
        }
    }

    /** Before a call that writes {@code count} elements. */
    public static void writeSpan(@Nullable Object array, int from, int count, int site) {
        if (Gate.fields) {
            AccessRecorder.elements(array, from, end(from, count), site, AccessRecorder.WRITE);
        }
    }

    /** Before a call that reads the elements up to but without {@code to}. */
    public static void readRange(@Nullable Object array, int from, int to, int site) {
        if (Gate.fields) {
            AccessRecorder.elements(array, from, to, site, AccessRecorder.READ);
        }
    }

    /** Before a call that writes the elements up to but without {@code to}. */
    public static void writeRange(@Nullable Object array, int from, int to, int site) {
        if (Gate.fields) {
            AccessRecorder.elements(array, from, to, site, AccessRecorder.WRITE);
        }
    }

    private static int end(int from, int count) {
        int end = from + count;
        return end < from ? from : end;
    }
}
