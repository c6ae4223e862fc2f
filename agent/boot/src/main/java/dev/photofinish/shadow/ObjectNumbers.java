package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which events name objects: exact within a window, given only to objects that an event names, the same for
 * an object as a lock and as the owner of a field.
 */
final class ObjectNumbers {
    private static final VarHandle LAST;

    static {
        try {
            LAST = MethodHandles.lookup().findVarHandle(ObjectNumbers.class, "last", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Buckets<Numbered> numbers;
    private final boolean weak;

    @SuppressWarnings("UnusedVariable") // through LAST
    private volatile long last;

    ObjectNumbers(boolean weak) {
        this.weak = weak;
        this.numbers = new Buckets<>(weak ? 16 : 12, Integer.MAX_VALUE);
    }

    /** The number of the object, from 1; 0 for null, which stands for objects that are gone. */
    long of(@Nullable Object object) {
        return object == null ? 0 : number(object, Space.NUMBER);
    }

    /**
     * The number of whose variable it is: of the object, or for a static field one of its own, because two loaders may have a
     * class of one name each.
     *
     * @param field number of the static field where {@code owner} is null
     */
    long ofOwner(@Nullable Object owner, int field) {
        return number(owner, owner == null ? field : Space.NUMBER);
    }

    private long number(@Nullable Object object, int key) {
        int hash = Buckets.mix(System.identityHashCode(object), key);
        Numbered known = numbers.find(object, hash, key);
        if (known == null) {
            long number = (long) LAST.getAndAdd(this, 1L) + 1;
            known = numbers.putIfAbsent(new Numbered(object, hash, key, weak, number), object);
        }
        return known.number;
    }

    void sweep() {
        numbers.sweep();
    }

    private static final class Numbered extends Node {
        final long number;

        Numbered(@Nullable Object object, int hash, int key, boolean weak, long number) {
            super(object, hash, key, weak);
            this.number = number;
        }
    }
}
