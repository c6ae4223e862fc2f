package dev.photofinish.analyzer.store;

/**
 * The identity of a chunk: what makes sending it twice harmless.
 *
 * @param sequence position in the stream of its instance, from 1
 */
public record ChunkKey(String instance, long sequence) {}
