package dev.photofinish.shadow;

import org.jspecify.annotations.Nullable;

/**
 * One thread's part in locks that several may have at once: in which queue it stands, and since when it is inside of what.
 * Bounded: what is beyond the bound it is not known to be inside of. Used by that thread alone.
 */
final class ThreadShares {
    /** Says that it is not known since when. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int MOST = 16;

    private @Nullable SharedQueue asked;
    private boolean toWrite;
    private boolean toRead;
    private long askedNanos;

    /** How many entries there are to be until all are inside that asked before the thread. */
    private int turn;

    private int count;
    private @Nullable SharedQueue[] inside = new SharedQueue[0];
    private long[] since = new long[0];
    private int[] levels = new int[0];

    /** Which of them are read locks, whose readers are counted. */
    private boolean[] reads = new boolean[0];

    /**
     * Joins the queue; a thread stands in one at most.
     *
     * @param write whether the queue is to count it among the writers of a read-write lock
     */
    void join(SharedQueue queue, boolean write, boolean read) {
        leaveQueue();
        asked = queue;
        toWrite = write;
        toRead = read;
        int entries = queue.entries();
        turn = entries + queue.addWaiter(write);
        askedNanos = System.nanoTime();
    }

    /** The queue that the thread stands in; null for none. */
    @Nullable
    SharedQueue queue() {
        return asked;
    }

    /** Whether the thread has asked to read, in the queue that it was in last. */
    boolean toRead() {
        return toRead;
    }

    /** When the thread joined the queue that it was in last. */
    long askedNanos() {
        return askedNanos;
    }

    /** How often others that asked later have entered the queue that the thread was in last. */
    int overtaken(SharedQueue queue) {
        return Math.max(0, queue.entries() - turn);
    }

    /** Leaves the queue, if the thread stands in one. */
    void leaveQueue() {
        SharedQueue left = asked;
        if (left != null) {
            asked = null;
            left.removeWaiter(toWrite);
        }
    }

    boolean isInside(SharedQueue queue) {
        return indexOf(queue) >= 0;
    }

    /**
     * Notes that the thread is inside, or one level deeper. Of a read lock the outermost level counts; of a permit or a stamp the
     * latest, because another thread may have given back those before.
     */
    void enter(SharedQueue queue, boolean read, long now) {
        int index = indexOf(queue);
        if (index >= 0) {
            levels[index]++;
            since[index] = reads[index] ? since[index] : now;
            if (!reads[index]) {
                queue.addEntry();
            }
        } else if (makeRoom()) {
            inside[count] = queue;
            since[count] = now;
            levels[count] = 1;
            reads[count] = read;
            count++;
            queue.addEntry();
            if (read) {
                queue.addReader();
            }
        }
    }

    /** Takes one level off; answers since when the thread was inside, or {@link #UNKNOWN}. */
    long leave(SharedQueue queue) {
        int index = indexOf(queue);
        if (index < 0) {
            return UNKNOWN;
        }
        long entered = since[index];
        if (--levels[index] == 0) {
            remove(index);
        }
        return entered;
    }

    private int indexOf(SharedQueue queue) {
        for (int i = count - 1; i >= 0; i--) {
            if (inside[i] == queue) {
                return i;
            }
        }
        return -1;
    }

    /** At the bound, what was entered longest ago gives way, but for readers: permits are often given back by other threads. */
    private boolean makeRoom() {
        if (count == 0 && inside.length == 0) {
            inside = new SharedQueue[MOST];
            since = new long[MOST];
            levels = new int[MOST];
            reads = new boolean[MOST];
        }
        for (int i = 0; i < count && count == MOST; i++) {
            if (!reads[i]) {
                remove(i);
            }
        }
        return count < MOST;
    }

    private void remove(int index) {
        SharedQueue queue = inside[index];
        if (reads[index] && queue != null) {
            queue.removeReader();
        }
        int rest = --count - index;
        System.arraycopy(inside, index + 1, inside, index, rest);
        System.arraycopy(since, index + 1, since, index, rest);
        System.arraycopy(levels, index + 1, levels, index, rest);
        System.arraycopy(reads, index + 1, reads, index, rest);
        inside[count] = null;
    }
}
