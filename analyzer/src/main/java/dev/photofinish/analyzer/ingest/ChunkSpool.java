package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.store.ChunkKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The chunks on disk, compressed as they came, one file each: {@code incoming} while a body arrives, {@code waiting} until
 * the analysis is done, {@code corrupt} for the last few that could not be analysed. Any thread; one at a time per chunk.
 */
final class ChunkSpool {
    private static final int CORRUPT_KEPT = 20;

    private final Path incoming;
    private final Path waiting;
    private final Path corrupt;

    private ChunkSpool(Path directory) {
        this.incoming = directory.resolve("incoming");
        this.waiting = directory.resolve("waiting");
        this.corrupt = directory.resolve("corrupt");
    }

    /**
     * Opens or creates the directories; what an earlier run left half received, or without an entry in the journal, is
     * deleted.
     */
    static ChunkSpool open(Path directory, Collection<ChunkKey> expected) {
        ChunkSpool spool = new ChunkSpool(directory);
        try {
            Files.createDirectories(spool.incoming);
            Files.createDirectories(spool.waiting);
            Files.createDirectories(spool.corrupt);
            spool.clear(spool.incoming, Set.of());
            Set<String> names = new HashSet<>();
            expected.forEach(key -> names.add(name(key)));
            spool.clear(spool.waiting, names);
        } catch (IOException e) {
            throw new SpoolException("cannot prepare the spool " + directory + ": " + e.getMessage(), e);
        }
        return spool;
    }

    /** A file that a body is written to. */
    final class Incoming implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Incoming() {
            this.file = incoming.resolve(UUID.randomUUID() + ".part");
            try {
                this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        void write(byte[] bytes, int offset, int length) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        /** Makes the bytes durable. */
        void force() {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        /** Gives the file its name among the waiting; durable when this returns. */
        void keep(ChunkKey key) {
            try {
                Files.move(file, waiting.resolve(name(key)), StandardCopyOption.ATOMIC_MOVE);
                try (FileChannel directory = FileChannel.open(waiting, StandardOpenOption.READ)) {
                    directory.force(true);
                }
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        /** Deletes the file unless it was kept. */
        @Override
        public void close() {
            try {
                channel.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        private SpoolException cannotWrite(IOException cause) {
            return new SpoolException("cannot write to the spool: " + cause, cause);
        }
    }

    Incoming incoming() {
        return new Incoming();
    }

    InputStream read(ChunkKey key) throws IOException {
        return Files.newInputStream(waiting.resolve(name(key)));
    }

    void delete(ChunkKey key) throws IOException {
        Files.deleteIfExists(waiting.resolve(name(key)));
    }

    /** Moves a chunk to the corrupt ones, of which the oldest go. */
    void setAside(ChunkKey key) throws IOException {
        Path file = waiting.resolve(name(key));
        if (!Files.exists(file)) {
            return;
        }
        Files.move(file, corrupt.resolve(name(key)), StandardCopyOption.REPLACE_EXISTING);
        List<Path> kept;
        try (Stream<Path> files = Files.list(corrupt)) {
            kept = files.sorted(Comparator.comparing(ChunkSpool::modified).reversed())
                    .toList();
        }
        for (Path old : kept.subList(Math.min(CORRUPT_KEPT, kept.size()), kept.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private void clear(Path directory, Set<String> keep) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> !keep.contains(String.valueOf(file.getFileName())))
                    .toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static String name(ChunkKey key) {
        return key.instance() + "-" + key.sequence() + ".jfr.gz";
    }
}
