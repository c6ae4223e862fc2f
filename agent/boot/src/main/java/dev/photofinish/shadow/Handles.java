package dev.photofinish.shadow;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Which field a variable handle or method handle stands for, learned where it was looked up. What is not known here (looked up
 * before the agent came, or in code that is not woven, or when the table was full) is not watched.
 */
public final class Handles {
    /** A handle that reads or writes as the call says. */
    public static final int VARIABLE = 0;
    /** A method handle that reads the field. */
    public static final int GETTER = 1;
    /** A method handle that writes the field. */
    public static final int SETTER = 2;

    private static final int MOST = 1 << 14;
    private static final Buckets<Known> TABLE = new Buckets<>(10, MOST);

    private Handles() {}

    /** Notes what the handle stands for. */
    public static void learn(Object handle, Class<?> type, String name, boolean isStatic, int use) {
        int hash = Buckets.mix(System.identityHashCode(handle), 0);
        if (!TABLE.full() && TABLE.find(handle, hash, 0) == null) {
            TABLE.putIfAbsent(new Known(handle, hash, type, name, isStatic, use), handle);
        }
    }

    /** What is known of the handle. */
    public static @Nullable Known find(Object handle) {
        return TABLE.find(handle, Buckets.mix(System.identityHashCode(handle), 0), 0);
    }

    /** Forgets handles that are gone. One thread at a time. */
    static void sweep() {
        TABLE.sweep();
    }

    /** A field, and how a handle accesses it. */
    public static final class Known extends Node {
        private final WeakReference<Class<?>> type;
        /** The name of the field. */
        public final String name;
        /** Whether the field is static. */
        public final boolean isStatic;
        /** {@link #VARIABLE}, {@link #GETTER} or {@link #SETTER}. */
        public final int use;

        private Known(Object handle, int hash, Class<?> type, String name, boolean isStatic, int use) {
            super(handle, hash, 0, true);
            this.type = new WeakReference<>(type);
            this.name = name;
            this.isStatic = isStatic;
            this.use = use;
        }

        /** The class that the field was looked up in; null when it is gone. */
        public @Nullable Class<?> type() {
            return type.get();
        }
    }
}
