package dev.photofinish.shadow;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The iterators, key sets, sublists and the like that were made in this window, and what each is a view of. One that is not
 * known here is not watched, so a full table loses accesses and invents none.
 */
final class Views {
    private final Buckets<View> table;
    private final boolean weak;

    Views(ShadowLimits limits) {
        this.weak = limits.weak();
        this.table = new Buckets<>(weak ? 14 : 10, limits.variables() / 4);
    }

    void add(Object view, Object owner) {
        int hash = Buckets.mix(System.identityHashCode(view), 0);
        if (!table.full() && table.find(view, hash, 0) == null) {
            table.putIfAbsent(new View(view, hash, weak, owner), view);
        }
    }

    @Nullable
    Object owner(Object view) {
        View known = table.find(view, Buckets.mix(System.identityHashCode(view), 0), 0);
        return known == null ? null : known.owner();
    }

    void sweep() {
        table.sweep();
    }

    private static final class View extends Node {
        /** Weakly in full mode: a map holds on to its own key set, and would never be free. */
        private final Object owner;

        View(Object view, int hash, boolean weak, Object owner) {
            super(view, hash, 0, weak);
            this.owner = weak ? new WeakReference<>(owner) : owner;
        }

        @Nullable
        Object owner() {
            return owner instanceof WeakReference<?> reference ? reference.get() : owner;
        }
    }
}
