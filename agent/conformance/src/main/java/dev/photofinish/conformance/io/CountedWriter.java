package dev.photofinish.conformance.io;

import java.io.Writer;

/** Counts what is written to it, without a lock of its own. */
final class CountedWriter extends Writer {
    private int count;

    @Override
    public void write(char[] characters, int offset, int length) {
        count += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** To be called when nobody writes. */
    int count() {
        return count;
    }
}
