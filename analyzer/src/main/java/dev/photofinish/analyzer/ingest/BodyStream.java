package dev.photofinish.analyzer.ingest;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request: whatever is read of it is also written to its destination, and no more than the limit is read. */
final class BodyStream extends InputStream {
    private final InputStream input;
    private final int limit;
    private final Destination destination;
    private long count;

    BodyStream(InputStream input, int limit, Destination destination) {
        this.input = input;
        this.limit = limit;
        this.destination = destination;
    }

    /** Where the bytes go; throws nothing that could be mistaken for a fault of the sender. */
    interface Destination {
        void write(byte[] bytes, int offset, int length);
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = input.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw ChunkRefusedException.tooLarge(limit);
            }
            destination.write(bytes, offset, read);
        }
        return read;
    }
}
