package dev.photofinish.conformance.io;

import java.io.OutputStream;

/** Counts what is written to it, without a lock of its own. */
final class CountedStream extends OutputStream {
    private int count;

    @Override
    public void write(int value) {
        count++;
    }

    /** To be called when nobody writes. */
    int count() {
        return count;
    }
}
