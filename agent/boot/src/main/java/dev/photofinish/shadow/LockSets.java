package dev.photofinish.shadow;

import dev.photofinish.event.LockSetEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lock sets of one window, interned by content: an access carries one small id. */
final class LockSets {
    private static final int LIMIT = 1 << 16;
    private static final VarHandle HEADS = MethodHandles.arrayElementVarHandle(LockSet[].class);
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(LockSets.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final LockSet[] heads;

    @SuppressWarnings("UnusedVariable") // through COUNT
    private volatile int count;

    /** No set yet; {@code bits} is log2 of the number of buckets. */
    LockSets(int bits) {
        this.heads = new LockSet[1 << bits];
    }

    /** The set of these locks, or null when the table is full: the access is then shown without its locks. */
    @Nullable
    LockSet intern(@Nullable SyncShadow[] held, int[] sites, int size) {
        int hash = size;
        for (int i = 0; i < size; i++) {
            SyncShadow lock = held[i];
            hash = hash * 31 + (lock == null ? 0 : lock.hash);
        }
        int slot = Buckets.mix(hash, 0) & (heads.length - 1);
        LockSet head = (LockSet) HEADS.getAcquire(heads, slot);
        for (Node node = head; node != null; node = node.next) {
            LockSet known = (LockSet) node;
            if (known.hash == hash && known.holds(held, size)) {
                return known;
            }
        }
        if (count >= LIMIT) {
            return null;
        }
        SyncShadow[] locks = new SyncShadow[size];
        System.arraycopy(held, 0, locks, 0, size);
        int id = (int) COUNT.getAndAdd(this, 1) + 1;
        LockSet fresh = new LockSet(hash, id, locks, Arrays.copyOf(sites, size));
        do {
            // The same set may be interned twice by two threads at once: two ids for it do no harm.
            head = (LockSet) HEADS.getAcquire(heads, slot);
            fresh.next = head;
        } while (!HEADS.compareAndSet(heads, slot, head, fresh));
        return fresh;
    }

    /** Emits the members of the set, once. */
    static void emit(LockSet set, long window, ObjectNumbers numbers) {
        if (set.emitted) {
            return;
        }
        set.emitted = true;
        for (int i = 0; i < set.locks.length; i++) {
            SyncShadow lock = set.locks[i];
            Sites.markUsed(set.sites[i]);
            Object object = lock.object();
            LockSetEvent.emit(
                    window,
                    set.id,
                    i,
                    set.locks.length,
                    numbers.of(object),
                    System.identityHashCode(object),
                    lock.type,
                    set.sites[i]);
        }
    }
}
