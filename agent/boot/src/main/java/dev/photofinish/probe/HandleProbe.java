package dev.photofinish.probe;

import dev.photofinish.shadow.Space;
import dev.photofinish.window.Gate;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/**
 * Called around accesses by variable handle, {@code Unsafe} and field updater, and around fences.
 *
 * <p>Which field is meant is not known here, only on which object: all such accesses to an object share one clock, which
 * direct accesses to its volatile fields read and write too. That orders more than the specification does, never less.
 */
public final class HandleProbe {
    private static final @Nullable Class<?> ACCESSOR = find("java.lang.invoke.DirectMethodHandle$Accessor");
    private static final @Nullable Class<?> STATIC_ACCESSOR =
            find("java.lang.invoke.DirectMethodHandle$StaticAccessor");

    private HandleProbe() {}

    /** A class of this JDK; null where another JDK calls it otherwise, and the handles' edges are missed. */
    private static @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException absent) {
            Failures.record(absent);
            return null;
        }
    }

    /** Before an access that may publish; {@code first} is the first argument. */
    public static void before(@Nullable Object handle, @Nullable Object first, int site) {
        if (Gate.sync) {
            release(handle, first, site);
        }
    }

    @DontInline
    private static void release(@Nullable Object handle, @Nullable Object first, int site) {
        if (accessesField(handle)) {
            Recorder.record(Recorder.RELEASE, owner(handle, first), Space.HANDLE, site);
        }
    }

    /** After an access that may see what was published. */
    public static void after(@Nullable Object handle, @Nullable Object first, int site) {
        if (Gate.sync) {
            acquire(handle, first, site);
        }
    }

    @DontInline
    private static void acquire(@Nullable Object handle, @Nullable Object first, int site) {
        if (accessesField(handle)) {
            Object owner = owner(handle, first);
            Recorder.record(Recorder.ACQUIRE, owner, Space.HANDLE, site);
            Recorder.record(Recorder.READ, owner, Space.DIRECT, site);
        }
    }

    /** A method handle may be a getter or setter of a volatile field; which one, nothing public tells. */
    private static boolean accessesField(@Nullable Object handle) {
        return !(handle instanceof MethodHandle method)
                || method.getClass() == ACCESSOR
                || method.getClass() == STATIC_ACCESSOR;
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

    /** Before {@code Reference.reachabilityFence}: the collector hands on to cleaners and reference queues. */
    public static void reachabilityFence(int site) {
        if (Gate.sync) {
            Recorder.record(Recorder.RELEASE, null, Space.REACHABLE, site);
        }
    }

    /** Before a field is written by reflection. */
    public static void reflectedBefore(Object field, @Nullable Object owner, int site) {
        if (Gate.sync && field instanceof Field reflected && Modifier.isVolatile(reflected.getModifiers())) {
            before(null, Modifier.isStatic(reflected.getModifiers()) ? null : owner, site);
        }
        if (Gate.sync
                && owner != null
                && field instanceof Field reflected
                && Modifier.isFinal(reflected.getModifiers())) {
            FreezeProbe.constructed(owner, site);
        }
    }

    /** After a field was read by reflection. */
    public static void reflectedAfter(Object field, @Nullable Object owner, int site) {
        if (Gate.sync && field instanceof Field reflected) {
            int modifiers = reflected.getModifiers();
            if (Modifier.isStatic(modifiers)) {
                ClassInitProbe.checked(reflected.getDeclaringClass(), site);
            }
            if (Modifier.isVolatile(modifiers)) {
                after(null, Modifier.isStatic(modifiers) ? null : owner, site);
            }
        }
    }

    /**
     * The object whose clock an access uses; null for the one of all static fields and of memory that several objects may stand
     * for: off-heap, or behind buffers and segments.
     */
    private static @Nullable Object owner(@Nullable Object handle, @Nullable Object first) {
        if (first == null
                || first instanceof Class
                || first instanceof Buffer
                || (handle != null && handle.getClass() == STATIC_ACCESSOR)) {
            return null;
        }
        if (handle instanceof VarHandle variable && HandleKinds.takesNoCoordinates(variable)) {
            return null;
        }
        Class<?> type = first.getClass();
        return type.isArray() || type.getClassLoader() != null ? first : shared(handle, first);
    }

    /** An object of the JDK that a variable handle is applied to is a segment of memory, for all we know. */
    private static @Nullable Object shared(@Nullable Object handle, Object first) {
        return handle instanceof VarHandle ? null : first;
    }
}
