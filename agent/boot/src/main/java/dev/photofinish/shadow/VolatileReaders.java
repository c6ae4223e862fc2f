package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Which threads have read, in one window, the volatile fields that the agent asks about ({@link Asked}): whether anybody may have
 * learned from a write that was not seen.
 *
 * <p>Of each field it knows whether one thread has read it, and which, or several have. Accesses by handle, which name no field,
 * are kept by the class of their object. Any number of threads; nothing blocks. The answer is exact when the window has closed,
 * for reads that came before a recorded access of their thread.
 */
final class VolatileReaders {
    private static final int NOBODY = 0;
    private static final int SEVERAL = -1;

    /** Of so many classes objects are told apart that handles were applied to; with more they count as of any class. */
    private static final int TYPES = 64;

    private static final VarHandle READERS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle TYPE = MethodHandles.arrayElementVarHandle(Class[].class);

    private final int[] fields;

    /** By the place of the field; then, by the place of the class, for accesses by handle; then for those to static fields. */
    private final int[] readers;

    private final @Nullable Class<?>[] types;

    private volatile boolean crowded;

    /** @param fields numbers of the fields that are asked about, none for asking nothing */
    VolatileReaders(int[] fields) {
        this.fields = fields;
        boolean asked = fields.length > 0;
        this.readers = new int[asked ? fields.length + TYPES + 1 : 0];
        this.types = new Class<?>[asked ? TYPES : 0];
    }

    /** Notes that the thread has read a volatile field in its own space, or by handle. */
    void note(int thread, @Nullable Object object, int space) {
        if (fields.length == 0) {
            return;
        }
        if (space == Space.DIRECT) {
            note(object == null ? readers.length - 1 : placeOf(object.getClass()), thread);
            return;
        }
        for (int i = 0; i < fields.length; i++) {
            if (space == Space.field(fields[i])) {
                note(i, thread);
            }
        }
    }

    private int placeOf(Class<?> type) {
        int hash = Buckets.mix(System.identityHashCode(type), 0);
        for (int i = 0; i < TYPES; i++) {
            int slot = (hash + i) & (TYPES - 1);
            Object known = TYPE.getAcquire(types, slot);
            if (known == null) {
                known = TYPE.compareAndExchange(types, slot, (Class<?>) null, type);
            }
            if (known == null || known == type) {
                return fields.length + slot;
            }
        }
        crowded = true;
        return readers.length - 1;
    }

    private void note(int place, int thread) {
        int known = readers[place];
        while (known != thread && known != SEVERAL) {
            int now = known == NOBODY ? thread : SEVERAL;
            int witness = (int) READERS.compareAndExchange(readers, place, known, now);
            known = witness == known ? now : witness;
        }
    }

    /** Whether another thread may have read one of the fields; true also where that was not asked. */
    boolean otherThan(int thread, VolatileFields read) {
        for (int number : read.numbers()) {
            if (!isAsked(number)) {
                return true;
            }
        }
        for (int place = 0; place < readers.length; place++) {
            int reader = (int) READERS.getVolatile(readers, place);
            if (reader != NOBODY && reader != thread && concerns(place, read)) {
                return true;
            }
        }
        return crowded;
    }

    private boolean isAsked(int number) {
        for (int field : fields) {
            if (field == number) {
                return true;
            }
        }
        return false;
    }

    private boolean concerns(int place, VolatileFields read) {
        if (place < fields.length) {
            return read.concern(Space.field(fields[place]), null);
        }
        int slot = place - fields.length;
        return read.concern(Space.HANDLE, slot < TYPES ? (Class<?>) TYPE.getVolatile(types, slot) : null);
    }
}
