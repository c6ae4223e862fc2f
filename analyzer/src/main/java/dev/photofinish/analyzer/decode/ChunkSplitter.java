package dev.photofinish.analyzer.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JFR chunks, back to back, into single chunks by their headers. Memory grows with the bytes that
 * really arrive, never with the size that a header claims. Used by one thread.
 */
public final class ChunkSplitter {
    private static final int FIRST_BYTES = 1 << 20;

    private final InputStream input;
    private final int maxChunkBytes;
    private long position;

    /**
     * Splits what the stream holds from where it stands.
     *
     * @param maxChunkBytes a chunk that says it is larger is refused
     */
    public ChunkSplitter(InputStream input, int maxChunkBytes) {
        if (maxChunkBytes < ChunkHeader.SIZE) {
            throw new IllegalArgumentException(
                    "maxChunkBytes: expected at least " + ChunkHeader.SIZE + ", found " + maxChunkBytes);
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
        byte[] header = input.readNBytes(ChunkHeader.SIZE);
        if (header.length == 0) {
            return null;
        }
        byte[] chunk = readRest(header, checkedSize(header));
        position += chunk.length;
        return ByteBuffer.wrap(chunk);
    }

    private byte[] readRest(byte[] header, int size) throws IOException {
        byte[] bytes = Arrays.copyOf(header, Math.min(size, FIRST_BYTES));
        int filled = header.length;
        while (filled < size) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * bytes.length));
            }
            int read = input.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                throw new UnusableInputException("truncated: expected a chunk of " + size + " bytes at byte " + position
                        + ", found only " + filled);
            }
            filled += read;
        }
        return bytes;
    }

    /** Bytes of the whole chunks returned so far: where the next one starts. */
    public long position() {
        return position;
    }

    private int checkedSize(byte[] header) {
        for (int i = 0; i < ChunkHeader.MAGIC.length; i++) {
            if (i >= header.length || header[i] != ChunkHeader.MAGIC[i]) {
                throw new UnusableInputException("not a JFR chunk: expected the magic FLR\\0 at byte " + position);
            }
        }
        if (header.length < ChunkHeader.SIZE) {
            throw new UnusableInputException("truncated: expected a chunk header of " + ChunkHeader.SIZE
                    + " bytes at byte " + position + ", found only " + header.length);
        }
        long size = ByteBuffer.wrap(header).getLong(ChunkHeader.CHUNK_SIZE_POSITION);
        if (size < ChunkHeader.SIZE || size > maxChunkBytes) {
            throw new UnusableInputException("chunk size: expected " + ChunkHeader.SIZE + " to " + maxChunkBytes
                    + " bytes, found " + size + " at byte " + (position + ChunkHeader.CHUNK_SIZE_POSITION));
        }
        return (int) size;
    }
}
