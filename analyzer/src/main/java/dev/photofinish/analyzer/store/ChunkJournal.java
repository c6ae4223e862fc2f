package dev.photofinish.analyzer.store;

import java.util.List;

/** Which chunks were accepted and how far each instance has been analysed; survives a restart. */
public interface ChunkJournal {
    /** What is known of a chunk. */
    enum Standing {
        /** Never seen, and its turn has not passed. */
        NEW,
        /** Accepted before, whether analysed yet or not. */
        DUPLICATE,
        /** Never seen, but given up: later chunks have been analysed. */
        LATE
    }

    /**
     * The answer to a chunk.
     *
     * @param before what was known of it; it was taken where this is {@code NEW}
     * @param nextSequence the sequence that its instance continues with; 0 where nothing of it has been analysed
     */
    record Acceptance(Standing before, long nextSequence) {}

    /** What is known of this chunk. */
    Standing standing(ChunkKey key);

    /** Remembers a chunk that is new; durable when this returns. */
    Acceptance accept(ChunkReceipt receipt);

    /** Chunks that wait for their analysis, by instance and sequence. */
    List<ChunkReceipt> waiting();

    /** The sequence that an instance continues with; 0 where nothing of it has been analysed. */
    long nextSequence(String instance);

    /** Forgets a waiting chunk that came too late to be analysed. */
    void discard(ChunkKey key);

    /** Notes that a chunk which an earlier run left behind is tried once more; returns how often that has happened. */
    int countAttempt(ChunkKey key);
}
