package dev.photofinish.analyzer.store;

/**
 * The progress of one instance: a chunk was analysed, after others that never came.
 *
 * @param missingFrom first sequence that was given up before this chunk; the chunk's own where none was
 */
public record ChunkDone(ChunkKey key, long missingFrom) {}
