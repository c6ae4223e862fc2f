package dev.photofinish.shadow;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An entry of {@link Buckets}: what is known about one object under one key. */
abstract class Node {
    final int hash;
    final int key;

    /** The object itself while a window lasts, so that identity is exact; a weak reference to it in full mode. */
    private final @Nullable Object holder;

    /** Written by the one thread that sweeps, and before publication. */
    volatile @Nullable Node next;

    Node(@Nullable Object object, int hash, int key, boolean weak) {
        this.hash = hash;
        this.key = key;
        this.holder = weak && object != null ? new WeakReference<>(object) : object;
    }

    final boolean matches(@Nullable Object object, int otherKey) {
        if (key != otherKey) {
            return false;
        }
        if (holder == object) {
            return true;
        }
        return holder instanceof WeakReference<?> reference && object != null && refersTo(reference, object);
    }

    /** The object, or null when it was collected. */
    final @Nullable Object object() {
        return holder instanceof WeakReference<?> reference ? reference.get() : holder;
    }

    final boolean collected() {
        return holder instanceof WeakReference<?> reference && reference.refersTo(null);
    }

    @SuppressWarnings("unchecked") // refersTo compares identities only
    private static boolean refersTo(WeakReference<?> reference, Object object) {
        return ((WeakReference<Object>) reference).refersTo(object);
    }
}
