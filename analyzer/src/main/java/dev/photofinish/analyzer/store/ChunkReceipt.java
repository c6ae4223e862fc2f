package dev.photofinish.analyzer.store;

/**
 * An accepted chunk that waits for its analysis.
 *
 * @param storedBytes its size on disk
 * @param receivedMillis when it was accepted, milliseconds since 1970
 */
public record ChunkReceipt(ChunkKey key, String service, long storedBytes, long receivedMillis) {}
