package dev.photofinish.site;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A jar that is a part of a file, as Spring Boot puts the libraries of an application into one: uncompressed, so that it can be
 * read where it is. {@link JarFile} reads whole files alone. Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16;
 * without Zip64, encryption, and archives of several disks.
 *
 * <p>Whatever is not as expected is an {@link IOException}. Used by one thread.
 */
final class StoredJar implements Closeable {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGEST_DIRECTORY = 64 << 20;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final RandomAccessFile file;

    /** Where the bytes are of which the directory tells offsets. */
    private final long base;

    private final Map<String, Entry> entries = new HashMap<>();

    /** One entry as the directory has it: sizes in bytes, and where its local header is. */
    private record Entry(int flags, int method, long compressed, long size, long offset) {}

    private StoredJar(RandomAccessFile file, long start, long size) throws IOException {
        this.file = file;
        int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        ByteBuffer buffer = numbers(bytes(start + size - tail, tail));
        int end = tail - END_BYTES;
        while (end >= 0 && (buffer.getInt(end) != END_SIGNATURE || end + END_BYTES + u2(buffer, end + 20) != tail)) {
            end--;
        }
        expect(end >= 0, "the end of a central directory");
        int count = u2(buffer, end + 10);
        long length = u4(buffer, end + 12);
        long offset = u4(buffer, end + 16);
        long at = size - tail + end - length;
        expect(length <= LARGEST_DIRECTORY && at >= offset && count != 0xFFFF, "a central directory before its end");
        this.base = start + at - offset;
        read(bytes(start + at, (int) length), count);
    }

    /** Opens a file that is a jar; closing it closes those inside. */
    static StoredJar open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return new StoredJar(file, 0, file.length());
        } catch (IOException | RuntimeException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    /** The jar that is an entry of this one, and not compressed. */
    StoredJar inner(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null || entry.method != STORED || entry.compressed != entry.size) {
            throw new ZipException("an entry " + name + " that is not compressed expected");
        }
        return new StoredJar(file, data(entry), entry.size);
    }

    private void read(byte[] bytes, int count) throws IOException {
        ByteBuffer directory = numbers(bytes);
        int at = 0;
        for (int i = 0; i < count; i++) {
            expect(at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY_SIGNATURE, "an entry");
            int nameLength = u2(directory, at + 28);
            int next = at + ENTRY_BYTES + nameLength + u2(directory, at + 30) + u2(directory, at + 32);
            expect(next <= directory.limit(), "all of an entry");
            String name = new String(bytes, at + ENTRY_BYTES, nameLength, StandardCharsets.UTF_8);
            if (isWanted(name)) {
                entries.put(
                        name,
                        new Entry(
                                u2(directory, at + 8),
                                u2(directory, at + 10),
                                u4(directory, at + 20),
                                u4(directory, at + 24),
                                u4(directory, at + 42)));
            }
            at = next;
        }
    }

    /** Whether anybody will ask for it: an application has as many other entries. */
    private static boolean isWanted(String name) {
        return name.endsWith(".class") || name.endsWith(".jar") || name.equals(JarFile.MANIFEST_NAME);
    }

    /**
     * What an entry holds; null where there is none of that name.
     *
     * @param largest how many bytes it may be
     */
    byte @Nullable [] read(String name, long largest) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        expect((entry.flags & ENCRYPTED) == 0 && entry.size <= largest && entry.compressed <= largest, "a small entry");
        byte[] held = bytes(data(entry), (int) entry.compressed);
        if (entry.method == STORED) {
            return held;
        }
        expect(entry.method == DEFLATED, "an entry stored or deflated");
        byte[] content = new byte[(int) entry.size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(held);
            expect(inflater.inflate(content) == content.length, "as many bytes as the directory says");
        } catch (DataFormatException damaged) {
            throw new ZipException(damaged.toString());
        } finally {
            inflater.end();
        }
        return content;
    }

    /** Whether it says that it has classes for several versions of Java. */
    boolean isMultiRelease() throws IOException {
        byte[] manifest = read(JarFile.MANIFEST_NAME, LARGEST_DIRECTORY);
        if (manifest == null) {
            return false;
        }
        String multiRelease = new Manifest(new ByteArrayInputStream(manifest))
                .getMainAttributes()
                .getValue(Attributes.Name.MULTI_RELEASE);
        return "true".equalsIgnoreCase(multiRelease);
    }

    private long data(Entry entry) throws IOException {
        long local = base + entry.offset;
        ByteBuffer header = numbers(bytes(local, LOCAL_BYTES));
        expect(header.getInt(0) == LOCAL_SIGNATURE, "the local header of an entry");
        return local + LOCAL_BYTES + u2(header, 26) + u2(header, 28);
    }

    private byte[] bytes(long at, int length) throws IOException {
        expect(at >= 0 && at + length <= file.length(), "bytes within the file");
        byte[] read = new byte[length];
        file.seek(at);
        file.readFully(read);
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int u2(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    private static long u4(ByteBuffer buffer, int at) {
        return buffer.getInt(at) & 0xFFFFFFFFL;
    }

    private static void expect(boolean found, String expected) throws ZipException {
        if (!found) {
            throw new ZipException(expected + " expected");
        }
    }
}
