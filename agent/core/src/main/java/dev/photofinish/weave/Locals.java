package dev.photofinish.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** What the last expanded frame said of the local variables, less what was stored since. */
final class Locals {
    private Object @Nullable [] types;

    void take(int count, Object @Nullable [] frame) {
        types = new Object[count];
        for (int i = 0; i < count && frame != null; i++) {
            types[i] = frame[i];
        }
    }

    /** The variable has another type from here on. */
    void forget(int slot) {
        int at = 0;
        for (int i = 0; types != null && i < types.length && at <= slot; i++) {
            if (at == slot) {
                types[i] = Opcodes.TOP;
            }
            at += types[i] == Opcodes.LONG || types[i] == Opcodes.DOUBLE ? 2 : 1;
        }
    }

    /** Null in a method, or a class file, that has no frames. */
    Object @Nullable [] frame() {
        return types == null ? null : types.clone();
    }
}
