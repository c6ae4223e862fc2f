package dev.photofinish.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    private Path directory;

    private static byte[] incompressible(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void chunks_comeBackInOrderAndUnchanged() throws Exception {
        Spool spool = new Spool(directory, 1 << 20);
        spool.add(incompressible(1_000, 1));
        spool.add(incompressible(1_000, 2));
        Spool.Spooled first = spool.await(0);
        assertThat(first).isNotNull();
        assertThat(first.sequence()).isEqualTo(1);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(first.file()))) {
            assertThat(in.readAllBytes()).isEqualTo(incompressible(1_000, 1));
        }
        spool.remove(first, true);
        assertThat(spool.await(0)).extracting(Spool.Spooled::sequence).isEqualTo(2L);
        assertThat(spool.dropped()).isZero();
    }

    @Test
    void beyondCapacity_theOldestGiveWayAndAreCounted() throws Exception {
        Spool spool = new Spool(directory, 2_500);
        for (int i = 0; i < 5; i++) {
            spool.add(incompressible(1_000, i));
        }
        assertThat(spool.dropped()).isEqualTo(3);
        assertThat(spool.await(0)).extracting(Spool.Spooled::sequence).isEqualTo(4L);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void removed_leavesNoFile() throws Exception {
        Spool spool = new Spool(directory, 1 << 20);
        spool.add(incompressible(10, 1));
        Spool.Spooled only = spool.await(0);
        assertThat(only).isNotNull();
        spool.remove(only, false);
        assertThat(spool.isEmpty()).isTrue();
        assertThat(spool.dropped()).isEqualTo(1);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void unwritableDirectory_isAnErrorAndCounted() throws IOException {
        Spool spool = new Spool(directory.resolve("absent"), 1 << 20);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> spool.add(new byte[1]))
                .isInstanceOf(IOException.class);
        assertThat(spool.dropped()).isEqualTo(1);
    }
}
