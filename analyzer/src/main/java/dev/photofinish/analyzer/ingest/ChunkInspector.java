package dev.photofinish.analyzer.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The check at the door: reads a body to its end, decompressing but keeping nothing, and says whether it can be a chunk.
 * What is inside is the decoder's business, later.
 */
final class ChunkInspector {
    private static final int HEADER_SIZE = 68;
    private static final byte[] MAGIC = {'F', 'L', 'R', 0};
    private static final int MAJOR_VERSION_OFFSET = 4;

    /** Recordings shrink 2 to 20 times; deflate can do 1032 times, and only for nonsense. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_FREE_BYTES = 4 << 20;
    private static final int BUFFER_SIZE = 64 << 10;

    private final int maxChunkBytes;

    ChunkInspector(int maxChunkBytes) {
        this.maxChunkBytes = maxChunkBytes;
    }

    /**
     * Reads everything.
     *
     * @throws ChunkRefusedException if it is no gzip, no JFR chunk, too large, or expands beyond reason
     */
    void inspect(BodyStream body) {
        try (GzipMember inflated = new GzipMember(body)) {
            byte[] buffer = new byte[BUFFER_SIZE];
            checkHeader(buffer, inflated.readNBytes(buffer, 0, HEADER_SIZE));
            long total = HEADER_SIZE;
            for (int read = inflated.read(buffer); read >= 0; read = inflated.read(buffer)) {
                total += read;
                checkSize(total, body.count());
            }
            if (inflated.leftOver() || body.read() >= 0) {
                throw ChunkRefusedException.invalid("the body has bytes after the end of its gzip stream");
            }
        } catch (ZipException | EOFException e) {
            throw ChunkRefusedException.invalid("the body is no whole gzip stream: " + e.getMessage());
        } catch (IOException e) {
            throw ChunkRefusedException.invalid("the body could not be read to its end: " + e.getMessage());
        }
    }

    private static void checkHeader(byte[] header, int length) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= length || header[i] != MAGIC[i]) {
                throw ChunkRefusedException.invalid("not a JFR chunk: expected the magic FLR\\0 at byte 0");
            }
        }
        if (length < HEADER_SIZE) {
            throw ChunkRefusedException.invalid(
                    "not a JFR chunk: expected a header of " + HEADER_SIZE + " bytes, found only " + length);
        }
        int major = ByteBuffer.wrap(header).getShort(MAJOR_VERSION_OFFSET);
        if (major < 1 || major > 2) {
            throw ChunkRefusedException.invalid(
                    "not a JFR chunk that can be read: expected version 1 or 2, found " + major);
        }
    }

    private void checkSize(long inflated, long compressed) {
        if (inflated > RATIO_FREE_BYTES && inflated / MAX_RATIO > compressed) {
            throw ChunkRefusedException.invalid(
                    "decompression bomb: the body expands more than " + MAX_RATIO + " times");
        }
        if (inflated > maxChunkBytes) {
            throw ChunkRefusedException.tooLarge(maxChunkBytes);
        }
    }

    /** A gzip stream that knows whether it has read more than itself. */
    private static final class GzipMember extends GZIPInputStream {
        private static final int TRAILER_SIZE = 8;

        GzipMember(BodyStream body) throws IOException {
            super(body, BUFFER_SIZE);
        }

        /** After the end of the stream: whether the bytes read ahead go on behind its trailer. */
        boolean leftOver() {
            return inf.getRemaining() > TRAILER_SIZE;
        }
    }
}
