package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The last accesses to one variable: a field of one object, or a static field. */
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

    @SuppressWarnings("UnusedVariable") // through LOCKED
    private boolean locked;

    // Guarded by the spin lock.
    @Nullable
    Access write;

    private @Nullable Access onlyRead;
    private @Nullable Access @Nullable [] manyReads;
    private int nextRead;
    int emitted;

    VariableShadow(@Nullable Object object, int hash, int field, boolean weak) {
        super(object, hash, field, weak);
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
