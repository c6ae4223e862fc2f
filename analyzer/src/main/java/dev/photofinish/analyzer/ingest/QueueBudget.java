package dev.photofinish.analyzer.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * The room for chunks that wait: a bound for all, and half of it for one instance, so that no single JVM can shut out the
 * others. A chunk takes at least a disk block.
 */
final class QueueBudget {
    private static final long BLOCK_BYTES = 4096;

    private final long maxBytes;
    private final Map<String, Long> byInstance = new HashMap<>();
    private long total;

    QueueBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes room for a body that is about to be received.
     *
     * @throws ChunkRefusedException if there is none
     */
    synchronized void reserve(String instance, long bytes) {
        long room = atLeastABlock(bytes);
        if (total + room > maxBytes) {
            throw ChunkRefusedException.unavailable(
                    "the queue is full: " + total + " of " + maxBytes + " bytes wait for their analysis");
        }
        long own = byInstance.getOrDefault(instance, 0L);
        if (own > 0 && own + room > maxBytes / 2) {
            throw ChunkRefusedException.tooMany(
                    "this instance has " + own + " bytes waiting for their analysis, and one may have " + maxBytes / 2);
        }
        take(instance, room);
    }

    /** Takes room for a chunk that is there already. */
    synchronized void restore(String instance, long bytes) {
        take(instance, atLeastABlock(bytes));
    }

    /** Corrects what was reserved for a body to what it really was. */
    synchronized void adjust(String instance, long reservedBytes, long bytes) {
        take(instance, atLeastABlock(bytes) - atLeastABlock(reservedBytes));
    }

    /** Gives room back. */
    synchronized void release(String instance, long bytes) {
        take(instance, -atLeastABlock(bytes));
    }

    /** Whether a chunk of usual size would be refused. */
    synchronized boolean full() {
        return total + BLOCK_BYTES > maxBytes;
    }

    private void take(String instance, long bytes) {
        total += bytes;
        if (byInstance.merge(instance, bytes, Long::sum) <= 0) {
            byInstance.remove(instance);
        }
    }

    private static long atLeastABlock(long bytes) {
        return Math.max(BLOCK_BYTES, bytes);
    }
}
