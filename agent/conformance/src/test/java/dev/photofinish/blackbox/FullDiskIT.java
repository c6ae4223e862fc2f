package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that fills under a running agent. HotSpot ends the JVM when JFR cannot write to it; the application runs on only because the
 * agent stops recording before. Needs the right to mount a volume.
 */
@Tag("nightly")
final class FullDiskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final String RACED = "dev.photofinish.victim.Toiler.raced";
    private static final String VOLUME_SIZE = "120m";
    private static final int MEBIBYTE = 1 << 20;

    /** What is left is less than the agent wants and more than JFR writes in the seconds that it takes to notice. */
    private static final long LEFT = 24L * MEBIBYTE;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void fullDisk_stopsTheRecordingUntilThereIsRoom(Jdk jdk) throws Exception {
        String name = "full-disk-" + jdk.feature();
        try (Volume volume = Volume.mount(name)) {
            if (volume == null) {
                return;
            }
            try (LiveJvm toiler = start(jdk, volume, name);
                    ChunkReceiver receiver = new ChunkReceiver(name).up()) {
                AgentIn agent = new AgentIn(toiler);
                assertThat(agent.attach(INCLUDE + ",window=20,analyzer=" + receiver.address()))
                        .startsWith("ok");
                Await.until("windows", PATIENCE, () -> agent.windows() > 2);

                volume.fill();
                Await.until("sleep", PATIENCE, () -> agent.status().contains("state      asleep"));
                assertThat(agent.status()).contains("JFR ends the JVM on a full disk");
                volume.fillToTheLastByte();
                long rounds = toiler.measure("rounds");
                Await.until("more rounds", PATIENCE, () -> toiler.measure("rounds") > rounds);

                volume.empty();
                long windows = agent.windows();
                Await.until("windows with room again", PATIENCE, () -> agent.windows() > windows + 2);
                receiver.awaitReported(RACED, PATIENCE);
                assertThat(agent.status()).containsPattern("errors +0\\b").doesNotContain("failed");
                assertThat(agent.detach()).startsWith("ok");
                assertThat(toiler.quit()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void fullDisk_inFullMode_endsTheWindowAndNotTheApplication(Jdk jdk) throws Exception {
        String name = "full-disk-full-" + jdk.feature();
        Path output = LiveJvm.temporaryDirectory(name).resolve("run.jfr");
        try (Volume volume = Volume.mount(name)) {
            if (volume == null) {
                return;
            }
            try (LiveJvm toiler = start(jdk, volume, name)) {
                String where = toiler.ask("where");
                AgentIn agent = new AgentIn(toiler);
                assertThat(agent.attach(INCLUDE + ",mode=full,output=" + output))
                        .startsWith("ok");
                volume.fill();
                Await.until(
                        "the end of the window", PATIENCE, () -> agent.status().contains("state      failed"));
                assertThat(agent.status()).contains("JFR ends the JVM on a full disk");
                assertThat(toiler.ask("where")).isEqualTo(where);
                volume.fillToTheLastByte();
                long rounds = toiler.measure("rounds");
                Await.until("more rounds", PATIENCE, () -> toiler.measure("rounds") > rounds);
                assertThat(agent.detach()).startsWith("ok");
                assertThat(toiler.quit()).isZero();
            }
            Analysis analysis = Analysis.of(output);
            assertThat(analysis.incomplete()).isEqualTo(analysis.windows());
            assertThat(analysis.fields()).isEmpty();
        }
    }

    private static LiveJvm start(Jdk jdk, Volume volume, String name) throws Exception {
        List<String> arguments = List.of(
                "-Dphotofinish.drill.duty=0.2", "-cp", Shipped.programs().toString(), "dev.photofinish.victim.Toiler");
        return LiveJvm.start(jdk, volume.path, name, arguments);
    }

    /** A small volume of its own. */
    private record Volume(Path path) implements Closeable {
        /** Null, and a line on standard error, where this user may not mount one. */
        static @Nullable Volume mount(String name) throws IOException, InterruptedException {
            Path path = LiveJvm.temporaryDirectory("volume-" + name);
            Command.Outcome mounted = Command.of("mount", "-t", "tmpfs", "-o", "size=" + VOLUME_SIZE, "none", path)
                    .run("mount-" + name);
            if (mounted.exit() != 0) {
                System.err.println("SKIPPED: no volume can be mounted here: " + mounted);
                return null;
            }
            return new Volume(path);
        }

        private Path filler() {
            return path.resolve("filler");
        }

        void fill() throws IOException {
            long size = path.toFile().getUsableSpace() - LEFT;
            try (OutputStream out = Files.newOutputStream(filler())) {
                byte[] block = new byte[MEBIBYTE];
                for (long written = 0; written < size; written += block.length) {
                    out.write(block);
                }
            }
        }

        void fillToTheLastByte() throws IOException {
            byte[] block = new byte[MEBIBYTE];
            Path rest = path.resolve("rest");
            try (OutputStream out = Files.newOutputStream(rest)) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                assertThat(path.toFile().getUsableSpace()).as(full.toString()).isZero();
            }
        }

        void empty() throws IOException {
            Files.delete(filler());
            Files.delete(path.resolve("rest"));
        }

        @Override
        public void close() throws IOException {
            try {
                assertThat(Command.of("umount", "-l", path).run("umount").exit())
                        .isZero();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
