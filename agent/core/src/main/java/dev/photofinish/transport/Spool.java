package dev.photofinish.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Chunks that wait to be sent: files in one directory, bounded by size; the oldest give way and are counted. */
final class Spool {
    private final Path directory;
    private final long capacity;
    private final Deque<Spooled> waiting = new ArrayDeque<>();
    private long bytes;
    private long lastSequence;
    private long dropped;

    /** A chunk on disk, compressed with gzip. */
    record Spooled(Path file, long sequence, long size) {}

    Spool(Path directory, long capacity) {
        this.directory = directory;
        this.capacity = capacity;
    }

    synchronized void add(byte[] chunk) throws IOException {
        long sequence = ++lastSequence;
        Path file = directory.resolve("chunk-" + sequence + ".jfr.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(chunk);
        } catch (IOException e) {
            dropped++;
            Files.deleteIfExists(file);
            throw e;
        }
        Spooled spooled = new Spooled(file, sequence, Files.size(file));
        waiting.add(spooled);
        bytes += spooled.size;
        while (bytes > capacity && waiting.size() > 1) {
            dropOldest();
        }
        notifyAll();
    }

    private void dropOldest() throws IOException {
        Spooled oldest = waiting.remove();
        bytes -= oldest.size;
        dropped++;
        Files.deleteIfExists(oldest.file);
    }

    /** The oldest chunk, or null when none came within the time. */
    synchronized @Nullable Spooled await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000L;
        while (waiting.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000L;
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return waiting.peek();
    }

    /** Forgets a chunk that was sent, or that the analyzer will never take. */
    synchronized void remove(Spooled spooled, boolean sent) throws IOException {
        if (waiting.remove(spooled)) {
            bytes -= spooled.size;
            Files.deleteIfExists(spooled.file);
        }
        if (!sent) {
            dropped++;
        }
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
