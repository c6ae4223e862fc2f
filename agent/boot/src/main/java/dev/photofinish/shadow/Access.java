package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/** One recorded access: by which thread in which of its epochs, from where, under which locks. */
final class Access {
    static final int READ = 0;
    static final int WRITE = 1;

    final int thread;
    final int epoch;
    final int sequence;
    final int site;
    final @Nullable LockSet lockSet;

    /** Guarded by the variable's spin lock. */
    boolean emitted;

    Access(int thread, int epoch, int sequence, int site, @Nullable LockSet lockSet) {
        this.thread = thread;
        this.epoch = epoch;
        this.sequence = sequence;
        this.site = site;
        this.lockSet = lockSet;
    }
}
