package dev.photofinish.probe;

import dev.photofinish.shadow.Sites;
import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/** Called before each write and after each read of a volatile field. */
public final class VolatileProbe {
    private VolatileProbe() {}

    /** After {@code getfield}. */
    public static void afterRead(Object owner, int site) {
        if (Gate.sync) {
            acquire(owner, site, Recorder.READ);
        }
    }

    /** Before {@code putfield}; {@code owner} may be null, the instruction will then throw. */
    public static void beforeWrite(@Nullable Object owner, int site) {
        if (Gate.sync) {
            release(owner, site);
        }
    }

    /** After {@code getstatic}. */
    public static void afterReadStatic(int site) {
        if (Gate.sync) {
            acquire(null, site, Recorder.READ);
        }
    }

    /** Before {@code putstatic}. */
    public static void beforeWriteStatic(int site) {
        if (Gate.sync) {
            release(null, site);
        }
    }

    /** After the {@code getfield} of an update: what it has read only goes into a {@code putfield} of the same field and object. */
    public static void afterUpdateRead(Object owner, int site) {
        if (Gate.sync) {
            acquire(owner, site, Recorder.ACQUIRE);
        }
    }

    /** As {@link #afterUpdateRead}, of a static field. */
    public static void afterUpdateReadStatic(int site) {
        if (Gate.sync) {
            acquire(null, site, Recorder.ACQUIRE);
        }
    }

    @DontInline
    private static void acquire(@Nullable Object owner, int site, int operation) {
        Recorder.record(operation, owner, Space.field(Sites.field(site)), site);
        Recorder.record(Recorder.ACQUIRE, owner, Space.HANDLE, site);
    }

    @DontInline
    private static void release(@Nullable Object owner, int site) {
        Recorder.record(Recorder.RELEASE, owner, Space.field(Sites.field(site)), site);
        Recorder.record(Recorder.RELEASE, owner, Space.DIRECT, site);
    }
}
