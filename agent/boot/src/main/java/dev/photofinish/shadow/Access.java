package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** One recorded access: what it does, by which thread in which of its epochs, from where, under which locks. */
final class Access {
    static final int READ = 0;
    static final int WRITE = 1;
    /** A read by handle in a mode that synchronizes or is opaque: never races with another atomic access. */
    static final int ATOMIC_READ = 2;
    /** A write by handle in such a mode. */
    static final int ATOMIC_WRITE = 3;
    /** Both at once: it is ordered after what it read and before who reads it. */
    static final int ATOMIC_UPDATE = 4;

    final int thread;
    final int epoch;
    final int sequence;
    final int site;
    final int kind;

    /** How many accesses were recorded in the window before this one. */
    final long order;

    final @Nullable LockSet lockSet;

    /** Guarded by the variable's spin lock. */
    boolean emitted;

    Access(int thread, int epoch, int sequence, int site, int kind, long order, @Nullable LockSet lockSet) {
        this.thread = thread;
        this.epoch = epoch;
        this.sequence = sequence;
        this.site = site;
        this.kind = kind;
        this.order = order;
        this.lockSet = lockSet;
    }

    static boolean isAtomic(int kind) {
        return kind >= ATOMIC_READ;
    }

    static boolean writes(int kind) {
        return kind != READ && kind != ATOMIC_READ;
    }
}
