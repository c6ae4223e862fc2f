package dev.photofinish.analyzer.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JFR chunks, back to back, into single chunks by their headers. Memory grows with the bytes that
 * really arrive, never with the size that a header claims. Used by one thread.
 */
public final class ChunkSplitter {
    private static final byte[] MAGIC = {'F', 'L', 'R', 0};
    private static final int HEADER_SIZE = 68;
    private static final int SIZE_OFFSET = 8;

    private final InputStream input;
    private final int maxChunkBytes;
    private long position;

    /**
     * Splits what the stream holds from where it stands.
     *
     * @param maxChunkBytes a chunk that says it is larger is refused
     */
    public ChunkSplitter(InputStream input, int maxChunkBytes) {
        if (maxChunkBytes < HEADER_SIZE) {
            throw new IllegalArgumentException(
                    "maxChunkBytes: expected at least " + HEADER_SIZE + ", found " + maxChunkBytes);
        }
        this.input = input;
        this.maxChunkBytes = maxChunkBytes;
    }

    /**
     * The next chunk, whole, or null at the end of the stream.
     *
     * @throws UnusableInputException if no chunk starts here or it ends too early; the stream is of no use after that
     */
    public @Nullable ByteBuffer next() throws IOException {
        byte[] header = input.readNBytes(HEADER_SIZE);
        if (header.length == 0) {
            return null;
        }
        int size = checkedSize(header);
        byte[] rest = input.readNBytes(size - HEADER_SIZE);
        if (rest.length < size - HEADER_SIZE) {
            throw new UnusableInputException("truncated: expected a chunk of " + size + " bytes at byte " + position
                    + ", found only " + (HEADER_SIZE + rest.length));
        }
        ByteBuffer chunk = ByteBuffer.allocate(size).put(header).put(rest).flip();
        position += size;
        return chunk;
    }

    /** Bytes of the whole chunks returned so far: where the next one starts. */
    public long position() {
        return position;
    }

    private int checkedSize(byte[] header) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= header.length || header[i] != MAGIC[i]) {
                throw new UnusableInputException("not a JFR chunk: expected the magic FLR\\0 at byte " + position);
            }
        }
        if (header.length < HEADER_SIZE) {
            throw new UnusableInputException("truncated: expected a chunk header of " + HEADER_SIZE + " bytes at byte "
                    + position + ", found only " + header.length);
        }
        long size = ByteBuffer.wrap(header).getLong(SIZE_OFFSET);
        if (size < HEADER_SIZE || size > maxChunkBytes) {
            throw new UnusableInputException("chunk size: expected " + HEADER_SIZE + " to " + maxChunkBytes
                    + " bytes, found " + size + " at byte " + (position + SIZE_OFFSET));
        }
        return (int) size;
    }
}
