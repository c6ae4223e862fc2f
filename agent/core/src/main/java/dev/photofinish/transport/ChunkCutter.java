package dev.photofinish.transport;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Cuts a stream of JFR data into its chunks; see the layout in the JDK's {@code ChunkHeader}. */
final class ChunkCutter {
    private static final int HEADER = 68;
    private static final int MAGIC = 0x464C5200;
    private static final int SIZE_AT = 8;
    private static final int START_NANOS_AT = 32;
    private static final int DURATION_AT = 40;

    private ChunkCutter() {}

    /** Receives one chunk. */
    interface Sink {
        /**
         * Takes the bytes of a chunk.
         *
         * @param startNanos when it began, in nanoseconds since 1970
         * @param durationNanos how long it is
         */
        void chunk(byte[] bytes, long startNanos, long durationNanos) throws IOException;
    }

    static void cut(InputStream stream, long largest, Sink sink) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        byte[] header = new byte[HEADER];
        while (fill(in, header)) {
            ByteBuffer fields = ByteBuffer.wrap(header);
            long size = fields.getLong(SIZE_AT);
            if (fields.getInt(0) != MAGIC || size < HEADER || size > largest) {
                throw new IOException("a JFR chunk of at most " + largest + " bytes expected, found magic "
                        + Integer.toHexString(fields.getInt(0)) + " and size " + size);
            }
            byte[] chunk = new byte[(int) size];
            System.arraycopy(header, 0, chunk, 0, HEADER);
            in.readFully(chunk, HEADER, chunk.length - HEADER);
            sink.chunk(chunk, fields.getLong(START_NANOS_AT), fields.getLong(DURATION_AT));
        }
    }

    private static boolean fill(DataInputStream in, byte[] header) throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        header[0] = (byte) first;
        try {
            in.readFully(header, 1, HEADER - 1);
        } catch (EOFException e) {
            throw new IOException("a JFR chunk header of " + HEADER + " bytes expected, found the end of the data", e);
        }
        return true;
    }
}
