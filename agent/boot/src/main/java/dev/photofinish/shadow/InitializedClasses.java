package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/**
 * Classes that a thread has found initialized, which they stay: it has nothing more to learn from them. Lossy: forgetting
 * costs a look-up. Used by the thread itself only.
 */
final class InitializedClasses {
    private static final int KEPT = 32;

    private @Nullable Class<?> @Nullable [] classes;

    /** Remembers the class; false where it was known. */
    boolean add(Class<?> type) {
        @Nullable Class<?>[] kept = classes;
        if (kept == null) {
            kept = new Class<?>[KEPT];
            classes = kept;
        }
        int slot = System.identityHashCode(type) & (KEPT - 1);
        if (kept[slot] == type) {
            return false;
        }
        kept[slot] = type;
        return true;
    }
}
