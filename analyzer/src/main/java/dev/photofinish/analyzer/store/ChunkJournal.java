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

    /** What is known of this chunk. */
    Standing standing(ChunkKey key);

    /** Remembers a chunk; durable when this returns {@code NEW}, without effect otherwise. */
    Standing accept(ChunkReceipt receipt);

    /** Chunks that wait for their analysis, by instance and sequence. */
    List<ChunkReceipt> waiting();

    /** The sequence that an instance continues with; 0 where nothing of it has been analysed. */
    long nextSequence(String instance);

    /** Notes that a chunk which an earlier run left behind is tried once more; returns how often that has happened. */
    int countAttempt(ChunkKey key);
}
