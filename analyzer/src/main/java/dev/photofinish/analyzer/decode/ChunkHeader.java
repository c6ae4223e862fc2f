package dev.photofinish.analyzer.decode;

import java.nio.ByteBuffer;

/**
 * The fixed part at the start of a chunk.
 *
 * @param metadataPosition where the metadata event is
 * @param startNanos when the chunk began, nanoseconds since 1970
 * @param startTicks the same moment in the unit of the events
 * @param ticksPerSecond unit of the durations in the events
 */
record ChunkHeader(int metadataPosition, long startNanos, long durationNanos, long startTicks, long ticksPerSecond) {
    static final byte[] MAGIC = {'F', 'L', 'R', 0};
    static final int SIZE = 68;
    static final int CHUNK_SIZE_POSITION = 8;
    private static final int VERSION_POSITION = 4;
    private static final int METADATA_POSITION = 24;
    private static final int START_NANOS_POSITION = 32;
    private static final int DURATION_NANOS_POSITION = 40;
    private static final int START_TICKS_POSITION = 48;
    private static final int TICKS_PER_SECOND_POSITION = 56;
    private static final int FLAGS_POSITION = 67;
    private static final int VERSION = 2;
    private static final int COMPRESSED_INTEGERS = 1;

    /** Reads and checks the header of a buffer that holds exactly one chunk. */
    static ChunkHeader read(ByteBuffer chunk) {
        int start = chunk.position();
        checkMagic(chunk);
        int version = chunk.getShort(start + VERSION_POSITION);
        if (version != VERSION) {
            throw new UnusableInputException(
                    "JFR version: expected " + VERSION + ".x, found " + version + " at byte " + VERSION_POSITION);
        }
        long size = chunk.getLong(start + CHUNK_SIZE_POSITION);
        if (size != chunk.remaining()) {
            throw new UnusableInputException("chunk size: expected the " + chunk.remaining() + " bytes given, found "
                    + size + " at byte " + CHUNK_SIZE_POSITION);
        }
        long metadata = chunk.getLong(start + METADATA_POSITION);
        if (metadata < SIZE || metadata >= size) {
            throw new UnusableInputException("position of the metadata: expected " + SIZE + " to " + size + ", found "
                    + metadata + " at byte " + METADATA_POSITION
                    + (metadata == 0 ? " (the JVM has not finished this chunk)" : ""));
        }
        long ticksPerSecond = chunk.getLong(start + TICKS_PER_SECOND_POSITION);
        if (ticksPerSecond <= 0) {
            throw new UnusableInputException("ticks per second: expected more than 0, found " + ticksPerSecond
                    + " at byte " + TICKS_PER_SECOND_POSITION);
        }
        if ((chunk.get(start + FLAGS_POSITION) & COMPRESSED_INTEGERS) == 0) {
            throw new UnusableInputException(
                    "expected compressed integers, found a chunk without at byte " + FLAGS_POSITION);
        }
        long startNanos = chunk.getLong(start + START_NANOS_POSITION);
        long durationNanos = chunk.getLong(start + DURATION_NANOS_POSITION);
        return new ChunkHeader(
                (int) metadata,
                startNanos,
                Math.max(0, durationNanos),
                chunk.getLong(start + START_TICKS_POSITION),
                ticksPerSecond);
    }

    private static void checkMagic(ByteBuffer chunk) {
        if (chunk.remaining() < SIZE) {
            throw new UnusableInputException(
                    "truncated: expected a chunk header of " + SIZE + " bytes, found only " + chunk.remaining());
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (chunk.get(chunk.position() + i) != MAGIC[i]) {
                throw new UnusableInputException("not a JFR chunk: expected the magic FLR\\0 at byte 0");
            }
        }
    }

    /** When the chunk ended, nanoseconds since 1970. */
    long endNanos() {
        return startNanos + durationNanos;
    }

    /** When that was, nanoseconds since 1970. */
    long atNanos(long ticks) {
        return startNanos + nanos(ticks - startTicks);
    }

    /** A duration in nanoseconds. */
    long nanos(long ticks) {
        return (long) (ticks / (ticksPerSecond / 1_000_000_000d));
    }
}
