package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The last accesses to one variable: a field of one object, a static field, an element of an array, or the contents of a JDK
 * object as a whole.
 */
final class VariableShadow extends Node {
    private static final VarHandle LOCKED;

    static {
        try {
            LOCKED = MethodHandles.lookup().findVarHandle(VariableShadow.class, "locked", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** How many threads' last reads are kept; one more takes the place of the oldest. */
    static final int READS = 4;

    /** The key of an object's contents as a whole; fields are numbered from 1. */
    static final int CONTENTS = 0;

    /** The index that events give to an object's contents. */
    static final int CONTENTS_INDEX = -2;

    @SuppressWarnings("UnusedVariable") // through LOCKED
    private boolean locked;

    // Guarded by the spin lock.
    @Nullable
    Access write;

    private @Nullable Access onlyRead;
    private @Nullable Access @Nullable [] manyReads;
    private int nextRead;
    private @Nullable VariableShadow atomics;
    int emitted;

    /**
     * @param key a field's number, {@link #element} of an index, or {@link #CONTENTS}
     */
    VariableShadow(@Nullable Object object, int hash, int key, boolean weak) {
        super(object, hash, key, weak);
    }

    /** Takes the spin lock; false after a bounded number of tries. */
    boolean tryLock(int spins) {
        for (int i = 0; i < spins; i++) {
            if (LOCKED.compareAndSet(this, false, true)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    /** The key of an array's element: below zero, where no field's number is. */
    static int element(int index) {
        return ~index;
    }

    /** What events call index: of the element, -1 for a field, -2 for an object's contents. */
    int index() {
        return key < 0 ? ~key : key == CONTENTS ? CONTENTS_INDEX : -1;
    }

    /** The last atomic accesses, which race with plain ones only; made when asked for. Under the spin lock. */
    VariableShadow atomics() {
        VariableShadow own = atomics;
        if (own == null) {
            own = new VariableShadow(null, 0, CONTENTS, false);
            atomics = own;
        }
        return own;
    }

    @Nullable
    VariableShadow atomicsOrNull() {
        return atomics;
    }

    void unlock() {
        LOCKED.setRelease(this, false);
    }

    int reads() {
        Access[] many = manyReads;
        if (many != null) {
            return many.length;
        }
        return onlyRead == null ? 0 : 1;
    }

    @Nullable
    Access read(int index) {
        Access[] many = manyReads;
        return many != null ? many[index] : onlyRead;
    }

    void addRead(Access read) {
        Access[] many = manyReads;
        if (many == null) {
            Access only = onlyRead;
            if (only == null || only.thread == read.thread) {
                onlyRead = read;
                return;
            }
            many = new Access[READS];
            many[0] = only;
            manyReads = many;
            nextRead = 1;
        }
        for (int i = 0; i < many.length; i++) {
            Access other = many[i];
            if (other != null && other.thread == read.thread) {
                many[i] = read;
                return;
            }
        }
        many[nextRead] = read;
        nextRead = (nextRead + 1) % many.length;
    }

    void clearReads() {
        onlyRead = null;
        manyReads = null;
    }
}
