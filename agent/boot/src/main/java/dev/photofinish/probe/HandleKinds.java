package dev.photofinish.probe;

import dev.photofinish.shadow.ThreadShadow;
import java.lang.invoke.VarHandle;

/**
 * Which variable handles take no coordinates: those of static fields, whose first argument is the value.
 *
 * <p>The JDK has one class for each kind of variable, and a handle answers from a list that it makes anew each time, with
 * probes of ours inside: so the answer is kept by class. Only what a class of handles decides for all of its instances is.
 */
final class HandleKinds {
    private static final int SLOTS = 256;
    private static final Class<?>[] WITH = new Class<?>[SLOTS];
    private static final Class<?>[] WITHOUT = new Class<?>[SLOTS];

    private HandleKinds() {}

    /** Whether the handle stands for one variable, that of a static field. */
    static boolean takesNoCoordinates(VarHandle handle) {
        Class<?> kind = handle.getClass();
        int slot = System.identityHashCode(kind) & (SLOTS - 1);
        if (WITH[slot] == kind) {
            return false;
        }
        if (WITHOUT[slot] == kind) {
            return true;
        }
        boolean none = asked(handle);
        if (isOneKind(kind.getName())) {
            (none ? WITHOUT : WITH)[slot] = kind;
        }
        return none;
    }

    private static boolean asked(VarHandle handle) {
        ThreadShadow thread = AgentCode.enter();
        try {
            return handle.coordinateTypes().isEmpty();
        } finally {
            AgentCode.leave(thread);
        }
    }

    /** Not those that adapt others or stand in for them: {@code IndirectVarHandle}, {@code LazyInitializingVarHandle}. */
    private static boolean isOneKind(String name) {
        return name.startsWith("java.lang.invoke.VarHandle");
    }
}
