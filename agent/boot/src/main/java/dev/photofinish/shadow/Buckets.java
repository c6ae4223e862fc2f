package dev.photofinish.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A hash table by object identity and an int key, for any number of threads, that never blocks and never resizes.
 *
 * @param <N> the entries
 */
final class Buckets<N extends Node> {
    /*
     * Chained buckets. A new node is published by one compare-and-set on the head of its chain; on failure only the nodes
     * that were added meanwhile are looked at again, so that an (object, key) is never there twice. Nodes leave only in
     * sweep(), which one thread at a time may call: an inner node is unlinked by one volatile store into its predecessor
     * (nobody else writes `next` after publication), a head by compare-and-set, left for the next sweep when that fails.
     * A reader standing on an unlinked node still sees the rest of the chain.
     *
     * Rejected: open addressing (resizing needs either a lock or a forwarding protocol on the application's threads).
     * Reference: Herlihy and Shavit, The Art of Multiprocessor Programming, section 13.3 (split-ordered lists start there).
     */
    private static final VarHandle HEADS = MethodHandles.arrayElementVarHandle(Node[].class);
    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(Buckets.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Node[] heads;
    private final int limit;

    @SuppressWarnings("UnusedVariable") // through SIZE
    private volatile int size;

    /**
     * @param bits log2 of the number of buckets
     * @param limit most entries that may be in the table
     */
    Buckets(int bits, int limit) {
        this.heads = new Node[1 << bits];
        this.limit = limit;
    }

    static int mix(int identity, int key) {
        int h = identity * 0x9E3779B9 + key * 0x85EBCA6B;
        return h ^ (h >>> 15);
    }

    @Nullable
    N find(@Nullable Object object, int hash, int key) {
        return find(headAcquire(hash & (heads.length - 1)), null, object, hash, key);
    }

    /** Adds {@code fresh} unless its object and key are there already; answers the entry that is there then. */
    N putIfAbsent(N fresh, @Nullable Object object) {
        int slot = fresh.hash & (heads.length - 1);
        Node seen = null;
        while (true) {
            Node head = headAcquire(slot);
            N existing = find(head, seen, object, fresh.hash, fresh.key);
            if (existing != null) {
                return existing;
            }
            fresh.next = head;
            if (HEADS.compareAndSet(heads, slot, head, (Node) fresh)) {
                SIZE.getAndAdd(this, 1);
                return fresh;
            }
            seen = head;
        }
    }

    boolean full() {
        return size >= limit;
    }

    int size() {
        return size;
    }

    /** As the other, where nobody asks which entries went. */
    void sweep() {
        sweep(new Ignore<>());
    }

    /** Unlinks the entries whose object was collected. One thread at a time. */
    void sweep(Visitor<N> removed) {
        for (int slot = 0; slot < heads.length; slot++) {
            Node previous = null;
            Node node = headAcquire(slot);
            while (node != null) {
                Node next = node.next;
                if (node.collected() && unlink(slot, previous, node, next)) {
                    SIZE.getAndAdd(this, -1);
                    removed.visit(cast(node));
                } else {
                    previous = node;
                }
                node = next;
            }
        }
    }

    /**
     * Calls {@code visitor} for every entry; entries added meanwhile may be missed. Volatile, for the thread that closes a
     * window: an acquire might come before its own store of the gate, and miss a thread that still found the gate open.
     */
    void forEach(Visitor<N> visitor) {
        for (int slot = 0; slot < heads.length; slot++) {
            for (Node node = (Node) HEADS.getVolatile(heads, slot); node != null; node = node.next) {
                visitor.visit(cast(node));
            }
        }
    }

    private boolean unlink(int slot, @Nullable Node previous, Node node, @Nullable Node next) {
        if (previous == null) {
            return HEADS.compareAndSet(heads, slot, node, next);
        }
        previous.next = next;
        return true;
    }

    private @Nullable N find(@Nullable Node from, @Nullable Node until, @Nullable Object object, int hash, int key) {
        for (Node node = from; node != null && node != until; node = node.next) {
            if (node.hash == hash && node.matches(object, key)) {
                return cast(node);
            }
        }
        return null;
    }

    private @Nullable Node headAcquire(int slot) {
        return (Node) HEADS.getAcquire(heads, slot);
    }

    @SuppressWarnings("unchecked") // only nodes of type N are ever added
    private N cast(Node node) {
        return (N) node;
    }

    /** A callback without a lambda: boot code creates none. */
    interface Visitor<N> {
        void visit(N node);
    }

    private static final class Ignore<N> implements Visitor<N> {
        @Override
        public void visit(N node) {}
    }
}
