package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.store.ChunkReceipt;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of one instance, let through in the order of their sequence.
 *
 * <pre>
 * next      lets through    a lower one               a higher one
 * 0         1 at once       -                         waits, then the stream is joined there
 * n         n at once       is late: given up before  waits, then n and up to it are given up
 * </pre>
 *
 * The wait ends after a time or when too many chunks wait, whichever is first. Not thread-safe.
 */
final class SequenceGate {
    private final long waitMillis;
    private final int waitChunks;
    private final NavigableMap<Long, ChunkReceipt> waiting = new TreeMap<>();
    private long next;
    private long blockedSinceMillis = -1;

    /**
     * Continues where an earlier run ended.
     *
     * @param next the sequence to let through; 0 where nothing was let through so far
     */
    SequenceGate(long next, long waitMillis, int waitChunks) {
        this.next = next;
        this.waitMillis = waitMillis;
        this.waitChunks = waitChunks;
    }

    /**
     * A chunk whose turn it is.
     *
     * @param missingFrom first sequence given up before it; its own where none was
     * @param late it was accepted while it was being given up, so it must not be analysed any more
     */
    record Turn(ChunkReceipt chunk, long missingFrom, boolean late) {
        /** Chunks given up. Where a stream was joined in its middle, nobody knows what came before. */
        long missing() {
            return missingFrom == 0 ? 0 : chunk.key().sequence() - missingFrom;
        }
    }

    void add(ChunkReceipt chunk) {
        waiting.put(chunk.key().sequence(), chunk);
    }

    /** The chunk whose turn it is now, which then is passed; null where there is none. */
    @Nullable
    Turn poll(long nowMillis) {
        Map.Entry<Long, ChunkReceipt> first = waiting.firstEntry();
        if (first == null) {
            return null;
        }
        long sequence = first.getKey();
        if (sequence < next) {
            waiting.remove(sequence);
            return new Turn(first.getValue(), sequence, true);
        }
        if (sequence != Math.max(1, next) && blocked(nowMillis)) {
            return null;
        }
        Turn turn = new Turn(first.getValue(), next == 0 && sequence != 1 ? 0 : Math.max(1, next), false);
        waiting.remove(sequence);
        next = sequence + 1;
        blockedSinceMillis = -1;
        return turn;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    int size() {
        return waiting.size();
    }

    /** When the longest waiting chunk was received; the given moment where none waits. */
    long oldestMillis(long nowMillis) {
        return waiting.values().stream()
                .mapToLong(ChunkReceipt::receivedMillis)
                .min()
                .orElse(nowMillis);
    }

    private boolean blocked(long nowMillis) {
        if (blockedSinceMillis < 0) {
            blockedSinceMillis = nowMillis;
        }
        return waiting.size() < waitChunks && nowMillis - blockedSinceMillis < waitMillis;
    }
}
