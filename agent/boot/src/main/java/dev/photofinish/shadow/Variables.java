package dev.photofinish.shadow;

import dev.photofinish.event.AccessStackEvent;
import dev.photofinish.event.FieldAccessEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The variables of one window: records accesses and emits those that could race. */
final class Variables {
    /*
     * State of a variable: the last write W and the last read R[t] of up to 4 threads, as in FastTrack (Flanagan and
     * Freund, PLDI 2009), with epochs of the thread that also advance at an acquire that learned something.
     *
     *   same epoch   the thread's own W, or R[t] for a read, is of its current epoch    nothing (FastTrack's rule)
     *   known        the other access is of an epoch this thread has learned directly   ordered: nothing is emitted
     *   frozen       the other W may be ordered by final fields: see AssumedFreezes
     *   pair         any other access of another thread, one of the two a write         both are emitted
     *   atomic       accesses by handle have a W and R of their own: two of them never pair
     *   write        afterwards W := this, R := {}
     *   read         afterwards R[t] := this
     *
     * Different from FastTrack: the agent has no vector clocks and decides no race; it only leaves out pairs that one direct
     * edge orders, and the analyzer decides the rest. Leaving out is always safe: accesses may be sampled.
     * A write forgets all reads: a read that races with a later write than the next one is not seen.
     */
    private static final int PER_VARIABLE = 64;
    private static final int PER_SITE_PAIR = 16;
    private static final int PER_SITE_PAIR_WINDOW = 4096;
    private static final int STACKS_WHEN_SUSPECTED = 16;
    private static final int PAIRS = 1 << 12;
    private static final long NONE = Long.MAX_VALUE;

    private static final VarHandle RECORDED;
    private static final VarHandle DROPPED;
    private static final VarHandle EMITTED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            RECORDED = lookup.findVarHandle(Variables.class, "recorded", long.class);
            DROPPED = lookup.findVarHandle(Variables.class, "dropped", long.class);
            EMITTED = lookup.findVarHandle(Variables.class, "emitted", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Shadow shadow;
    private final AssumedFreezes freezes;
    private final Buckets<VariableShadow> table;

    /** Pairs emitted by hash of their two sites; plain, a lost increment emits one pair more. */
    private final short[] pairs = new short[PAIRS];

    @SuppressWarnings("UnusedVariable") // through RECORDED
    private volatile long recorded;

    @SuppressWarnings("UnusedVariable") // through DROPPED
    private volatile long dropped;

    @SuppressWarnings("UnusedVariable") // through EMITTED
    private volatile long emitted;

    Variables(Shadow shadow, AssumedFreezes freezes) {
        this.shadow = shadow;
        this.freezes = freezes;
        this.table = new Buckets<>(shadow.limits.bucketBits(), shadow.limits.variables());
    }

    /**
     * Records an access.
     *
     * @param key which variable of the owner, as of {@link VariableShadow}
     * @param epoch the thread's, or for an atomic update the epoch before it published
     */
    void access(ThreadShadow thread, @Nullable Object owner, int key, int site, int kind, int epoch) {
        int hash = Buckets.mix(System.identityHashCode(owner), key);
        VariableShadow variable = table.find(owner, hash, key);
        if (variable == null) {
            if (table.size() >= (key > 0 ? shadow.limits.variables() : shadow.limits.variables() / 2)) {
                DROPPED.getAndAdd(this, 1L);
                return;
            }
            variable = table.putIfAbsent(new VariableShadow(owner, hash, key, shadow.limits.weak()), owner);
        }
        if (!Access.isAtomic(kind) && sameEpoch(thread, variable, Access.writes(kind), epoch)) {
            // Read without the lock: what is found there of this thread only this thread has put there.
            return;
        }
        if (!variable.tryLock(shadow.limits.spins())) {
            DROPPED.getAndAdd(this, 1L);
            return;
        }
        Access access;
        try {
            access = record(thread, variable, owner, site, kind, epoch);
        } finally {
            variable.unlock();
        }
        if (access != null && !thread.late) {
            takeStack(thread, access, Sites.field(site));
        }
    }

    /** Counts accesses that were sampled away. */
    void drop(int accesses) {
        DROPPED.getAndAdd(this, (long) accesses);
    }

    /** Takes microseconds: not inside the spin lock. */
    private void takeStack(ThreadShadow thread, Access access, int field) {
        int stacks = Sites.isSuspected(field) ? STACKS_WHEN_SUSPECTED : shadow.limits.stacksPerSite();
        if (stacks > 0 && Sites.takeStack(access.site, stacks)) {
            Sites.markUsed(access.site);
            AccessStackEvent.emit(
                    shadow.window, access.thread, access.sequence, access.site, thread.taskFrom, thread.taskFromEpoch);
            shadow.countEmitted();
        }
    }

    private @Nullable Access record(
            ThreadShadow thread, VariableShadow variable, @Nullable Object owner, int site, int kind, int epoch) {
        boolean write = Access.writes(kind);
        VariableShadow own = Access.isAtomic(kind) ? variable.atomics() : variable;
        if (sameEpoch(thread, own, write, epoch)) {
            return null;
        }
        boolean now = epoch == thread.epoch && !thread.late;
        long since = owner == null ? NONE : unordered(thread, variable, kind);
        if (since != NONE && !freezes.learn(thread, since, site, now)) {
            drop(1);
            return null;
        }
        int learned = now ? thread.epoch : epoch;
        int sequence = thread.lateSequence == 0 ? thread.nextAccess() : thread.lateSequence;
        long order = (long) RECORDED.getAndAdd(this, 1L);
        Access access =
                new Access(thread.number, learned, sequence, site, kind, order, thread.lockSet(shadow.lockSets));
        variable.tally.add(access.lockSet);
        pairs(thread, variable, variable, owner, access);
        VariableShadow atomics = Access.isAtomic(kind) ? null : variable.atomicsOrNull();
        if (atomics != null) {
            pairs(thread, variable, atomics, owner, access);
        }
        if (write) {
            own.write = access;
            own.clearReads();
        } else {
            own.addRead(access);
        }
        return access;
    }

    /** The earliest write by another thread that nothing is known to order before the access that is to be recorded. */
    private static long unordered(ThreadShadow thread, VariableShadow variable, int kind) {
        VariableShadow atomics = Access.isAtomic(kind) ? null : variable.atomicsOrNull();
        long plain = unordered(thread, variable.write);
        return atomics == null ? plain : Math.min(plain, unordered(thread, atomics.write));
    }

    private static long unordered(ThreadShadow thread, @Nullable Access write) {
        return write == null || write.thread == thread.number || thread.knows(write.thread, write.epoch)
                ? NONE
                : write.order;
    }

    private void pairs(
            ThreadShadow thread,
            VariableShadow variable,
            VariableShadow others,
            @Nullable Object owner,
            Access access) {
        pair(thread, variable, owner, others.write, access);
        if (Access.writes(access.kind)) {
            for (int i = 0; i < others.reads(); i++) {
                pair(thread, variable, owner, others.read(i), access);
            }
        }
    }

    private static boolean sameEpoch(ThreadShadow thread, VariableShadow variable, boolean write, int epoch) {
        Access last = variable.write;
        if (last != null && last.thread == thread.number && last.epoch == epoch) {
            return true;
        }
        return !write && ownReadOf(thread, variable, epoch);
    }

    private static boolean ownReadOf(ThreadShadow thread, VariableShadow variable, int epoch) {
        for (int i = 0; i < variable.reads(); i++) {
            Access read = variable.read(i);
            if (read != null && read.thread == thread.number && read.epoch == epoch) {
                return true;
            }
        }
        return false;
    }

    private void pair(
            ThreadShadow thread,
            VariableShadow variable,
            @Nullable Object owner,
            @Nullable Access other,
            Access access) {
        if (other == null
                || other.thread == thread.number
                || thread.knows(other.thread, other.epoch)
                || freezes.orders(thread, other)) {
            return;
        }
        Sites.suspect(Sites.field(access.site));
        int pair = Buckets.mix(other.site, access.site) & (PAIRS - 1);
        short seen = pairs[pair];
        if (seen >= PER_SITE_PAIR && (variable.emitted >= PER_VARIABLE || seen >= PER_SITE_PAIR_WINDOW)) {
            return;
        }
        pairs[pair] = (short) (seen + 1);
        emit(variable, owner, other);
        emit(variable, owner, access);
    }

    private void emit(VariableShadow variable, @Nullable Object owner, Access access) {
        if (access.emitted) {
            return;
        }
        access.emitted = true;
        variable.emitted++;
        LockSet lockSet = access.lockSet;
        if (lockSet != null) {
            LockSets.emit(lockSet, shadow.window, shadow.numbers);
        }
        Sites.markUsed(access.site);
        variable.tally.site = access.site;
        long object = shadow.numbers.ofOwner(owner, Sites.field(access.site));
        variable.tally.object = object;
        FieldAccessEvent.emit(
                shadow.window,
                access.thread,
                access.epoch,
                access.sequence,
                access.site,
                object,
                variable.index(),
                access.kind,
                lockSet == null ? 0 : lockSet.id);
        EMITTED.getAndAdd(this, 1L);
        shadow.countEmitted();
    }

    void sweep() {
        table.sweep(new EmitTally(shadow));
    }

    /** Emits what the inferred guards rest on; after both gates have closed. */
    void emitTallies() {
        table.forEach(new EmitTally(shadow));
    }

    int size() {
        return table.size();
    }

    long recorded() {
        return recorded;
    }

    long dropped() {
        return dropped;
    }

    long emitted() {
        return emitted;
    }

    private static final class EmitTally implements Buckets.Visitor<VariableShadow> {
        private static final int MOST = 4096;

        private final Shadow shadow;
        private int variables;

        EmitTally(Shadow shadow) {
            this.shadow = shadow;
        }

        @Override
        public void visit(VariableShadow variable) {
            if (variable.emitted > 0 && variables++ < MOST) {
                variable.tally.emit(shadow, -1);
            }
        }
    }
}
