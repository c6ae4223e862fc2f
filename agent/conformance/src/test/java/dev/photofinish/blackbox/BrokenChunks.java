package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The chunks of a recording as a bad network and a bad disk deliver them. */
final class BrokenChunks {
    private static final int SIZE_AT = 8;

    private BrokenChunks() {}

    /** Cuts a recording into its chunks. */
    static List<byte[]> of(Path recording) throws IOException {
        byte[] all = Files.readAllBytes(recording);
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < all.length; ) {
            int size = (int) ByteBuffer.wrap(all).getLong(from + SIZE_AT);
            chunks.add(Arrays.copyOfRange(all, from, from + size));
            from += size;
        }
        return chunks;
    }

    /** One file: chunks missing, twice, in another order, cut short, with a byte changed. */
    static Path file(List<byte[]> chunks, Random random, Path file) throws IOException {
        List<byte[]> broken = broken(chunks, random);
        int size = broken.stream().mapToInt(chunk -> chunk.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        broken.forEach(bytes::put);
        return Files.write(file, bytes.array());
    }

    /** The same as a directory of files. */
    static Path directory(List<byte[]> chunks, Random random, Path directory) throws IOException {
        Files.createDirectories(directory);
        try (var left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        int number = 0;
        for (byte[] chunk : broken(chunks, random)) {
            Files.write(directory.resolve("chunk-" + number++ + ".jfr"), chunk);
        }
        return directory;
    }

    private static List<byte[]> broken(List<byte[]> chunks, Random random) {
        List<byte[]> broken = new ArrayList<>();
        for (byte[] chunk : chunks) {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> {
                    broken.add(chunk);
                    broken.add(chunk);
                }
                case 2 -> broken.add(Arrays.copyOf(chunk, 1 + random.nextInt(chunk.length)));
                case 3 -> {
                    byte[] changed = chunk.clone();
                    changed[68 + random.nextInt(chunk.length - 68)] ^= (byte) (1 << random.nextInt(8));
                    broken.add(changed);
                }
                default -> broken.add(chunk);
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(broken, random);
        }
        if (broken.stream().noneMatch(chunks::contains)) {
            // Where nothing is whole nothing is left to analyse.
            broken.addAll(chunks.subList(0, 1));
        }
        return broken;
    }
}
