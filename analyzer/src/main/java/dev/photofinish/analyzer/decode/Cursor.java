package dev.photofinish.analyzer.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A position in the bytes of one chunk, with the primitive encodings of JFR. Never reads past its limit: what would lie
 * there is an {@link UnusableInputException}. Positions count from the start of the chunk.
 */
final class Cursor {
    /** The JVM's own limit on names, with room for three bytes a character. */
    private static final int MAX_TEXT_BYTES = 3 * 0xFFFF;

    private static final int NULL = 0;
    private static final int EMPTY = 1;
    private static final int POOLED = 2;
    private static final int UTF8 = 3;
    private static final int CHARS = 4;
    private static final int LATIN1 = 5;

    private final byte[] bytes;
    private final int base;
    private final int length;
    private int position;
    private int limit;

    /** Reads {@code length} bytes of the array from {@code base} on. */
    Cursor(byte[] bytes, int base, int length) {
        this.bytes = bytes;
        this.base = base;
        this.length = length;
        this.position = base;
        this.limit = base + length;
    }

    int position() {
        return position - base;
    }

    int limit() {
        return limit - base;
    }

    /** The end of the chunk, whatever the limit is now. */
    int end() {
        return length;
    }

    int remaining() {
        return limit - position;
    }

    /** Goes to a position, and nothing from {@code end} on may be read; both lie within the chunk. */
    void move(int to, int end) {
        position = base + to;
        limit = base + end;
    }

    byte readByte() {
        if (position >= limit) {
            throw past(1);
        }
        return bytes[position++];
    }

    void skip(int count) {
        if (count < 0 || count > limit - position) {
            throw past(count);
        }
        position += count;
    }

    /** A number in the variable-length encoding: 7 bits a byte, the lowest first, 8 bits in the ninth. */
    long readVarLong() {
        long value = 0;
        for (int shift = 0; shift < 56; shift += 7) {
            if (position >= limit) {
                throw past(1);
            }
            byte b = bytes[position++];
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        return value | ((readByte() & 0xFFL) << 56);
    }

    int readVarInt() {
        return (int) readVarLong();
    }

    /** A number of things that follow, of which each takes a byte or more. */
    int readCount(String what) {
        int at = position();
        long count = readVarLong();
        if (count < 0 || count > remaining()) {
            throw new UnusableInputException("number of " + what + ": expected 0 to the " + remaining()
                    + " bytes that follow, found " + count + " at byte " + at);
        }
        return (int) count;
    }

    /** A fixed-size big-endian number of up to 8 bytes. */
    long readRaw(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | (readByte() & 0xFF);
        }
        return value;
    }

    void skipText() {
        int at = position();
        int encoding = readByte();
        switch (encoding) {
            case NULL, EMPTY -> {}
            case POOLED -> readVarLong();
            case UTF8, LATIN1 -> skip(readCount("text bytes"));
            case CHARS -> {
                int count = readCount("characters");
                for (int i = 0; i < count; i++) {
                    readVarLong();
                }
            }
            default -> throw unknownEncoding(encoding, at);
        }
    }

    /** A text, where it stands here or in the pool of strings; the empty text for null. */
    String readText(Texts pooled) {
        int at = position();
        int encoding = readByte();
        return switch (encoding) {
            case NULL, EMPTY -> "";
            case POOLED -> pooled.text(readVarLong());
            case UTF8 -> readBytes(StandardCharsets.UTF_8);
            case LATIN1 -> readBytes(StandardCharsets.ISO_8859_1);
            case CHARS -> readChars();
            default -> throw unknownEncoding(encoding, at);
        };
    }

    private String readBytes(Charset charset) {
        int size = readTextSize("text bytes");
        String text = new String(bytes, position, size, charset);
        position += size;
        return text;
    }

    private String readChars() {
        char[] chars = new char[readTextSize("characters")];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) readVarLong();
        }
        return new String(chars);
    }

    private int readTextSize(String what) {
        int at = position();
        int size = readCount(what);
        if (size > MAX_TEXT_BYTES) {
            throw new UnusableInputException(
                    what + ": expected up to " + MAX_TEXT_BYTES + ", found " + size + " at byte " + at);
        }
        return size;
    }

    private static UnusableInputException unknownEncoding(int encoding, int at) {
        return new UnusableInputException("text encoding: expected 0 to 5, found " + encoding + " at byte " + at);
    }

    private UnusableInputException past(int count) {
        return new UnusableInputException(
                "expected " + count + " more bytes at byte " + position() + ", found the end at byte " + limit());
    }

    /** The texts that are kept elsewhere and named by a key. */
    interface Texts {
        String text(long key);
    }
}
