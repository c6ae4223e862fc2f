package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An entry of a table that holds something plain, as most do. */
final class Entry extends Node {
    private static final VarHandle HOLDER;
    private static final Object GONE = new Object();

    static {
        try {
            HOLDER = MethodHandles.privateLookupIn(Node.class, MethodHandles.lookup())
                    .findVarHandle(Node.class, "holder", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    int content;

    /** All entries are in one bucket. */
    Entry(@Nullable Object object, int key, boolean weak, int content) {
        super(object, 0, key, weak);
        this.content = content;
    }

    /** An entry whose object the garbage collector has taken. */
    static Entry collected(int key) {
        Entry entry = new Entry(GONE, key, true, 1);
        if (HOLDER.get(entry) instanceof WeakReference<?> reference) {
            reference.clear();
        }
        return entry;
    }
}
