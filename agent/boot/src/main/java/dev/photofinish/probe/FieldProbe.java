package dev.photofinish.probe;

import dev.photofinish.shadow.ThreadShadow;
import dev.photofinish.window.Gate;
import dev.photofinish.window.Window;
import org.jspecify.annotations.Nullable;

/** Called before each access to a watched field. */
public final class FieldProbe {
    private FieldProbe() {}

    /** Before {@code getfield}. */
    public static void read(Object owner, int site) {
        if (Gate.fields) {
            record(owner, site, false);
        }
    }

    /** Before {@code putfield}. */
    public static void write(Object owner, int site) {
        if (Gate.fields) {
            record(owner, site, true);
        }
    }

    /** Before {@code getstatic}. */
    public static void readStatic(int site) {
        if (Gate.fields) {
            record(null, site, false);
        }
    }

    /** Before {@code putstatic}. */
    public static void writeStatic(int site) {
        if (Gate.fields) {
            record(null, site, true);
        }
    }

    private static void record(@Nullable Object owner, int site, boolean write) {
        Window window = Gate.fieldWindow;
        if (window == null) {
            return;
        }
        try {
            ThreadShadow thread = window.shadow().current();
            if (!thread.enter()) {
                return;
            }
            try {
                thread.enterFieldVolatile();
                if (Gate.fieldWindow == window) {
                    window.shadow().access(thread, owner, site, write);
                }
            } finally {
                thread.leaveFieldRelease();
                thread.leave();
            }
        } catch (Throwable failure) {
            window.shadow().incomplete("a probe failed");
            Failures.record(failure);
        }
    }
}
