package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 256 MiB of memory and half a core, as the kernel enforces them. Needs the right to make control groups. */
@Tag("nightly")
final class ContainerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final String RACED = "dev.photofinish.victim.Toiler.raced";
    private static final long MEMORY = 256L << 20;
    private static final int PERIOD_MICROS = 100_000;
    private static final int QUOTA_MICROS = 50_000;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void smallContainer_isLargeEnough(Jdk jdk) throws Exception {
        String name = "container-" + jdk.feature();
        try (ControlGroup group = ControlGroup.make(
                "photofinish-" + name + "-" + ProcessHandle.current().pid())) {
            if (group == null) {
                return;
            }
            try (LiveJvm toiler =
                            LiveJvm.toilerUnder(group.launcher(), jdk, "container", "-Dphotofinish.drill.duty=0.2");
                    ChunkReceiver receiver = new ChunkReceiver(name).up()) {
                AgentIn agent = new AgentIn(toiler);
                assertThat(agent.attach(INCLUDE + ",analyzer=" + receiver.address()))
                        .startsWith("ok");
                receiver.awaitReported(RACED, PATIENCE);
                assertThat(agent.status()).containsPattern("errors +0\\b").doesNotContain("failed");
                assertThat(agent.detach()).startsWith("ok");
                assertThat(Analysis.of(receiver.directory()).fields()).containsExactly(RACED);
                assertThat(toiler.quit()).isZero();
            }
            System.err.println(jdk + " in 256 MiB: peak " + group.peak() / (1 << 20) + " MiB");
        }
    }

    /** Control groups of version 1, in which a process is once it has written its number there. */
    private record ControlGroup(Path memory, Path cpu) implements AutoCloseable {
        private static final Path ROOT = Path.of("/sys/fs/cgroup");

        /** Null, and a line that says so, where there is no right to. */
        static @Nullable ControlGroup make(String name) throws IOException {
            ControlGroup group = new ControlGroup(
                    ROOT.resolve("memory").resolve(name), ROOT.resolve("cpu").resolve(name));
            if (!Files.isWritable(group.memory.getParent()) || !Files.isWritable(group.cpu.getParent())) {
                System.err.println("SKIPPED: expected writable " + group.memory.getParent() + " and "
                        + group.cpu.getParent() + " (control groups of version 1), found none");
                return null;
            }
            Files.createDirectory(group.memory);
            Files.createDirectory(group.cpu);
            Files.writeString(group.memory.resolve("memory.limit_in_bytes"), Long.toString(MEMORY));
            Files.writeString(group.cpu.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
            Files.writeString(group.cpu.resolve("cpu.cfs_quota_us"), Integer.toString(QUOTA_MICROS));
            return group;
        }

        List<String> launcher() {
            String enter =
                    "echo $$ > " + memory.resolve("cgroup.procs") + " && echo $$ > " + cpu.resolve("cgroup.procs");
            return List.of("/bin/sh", "-c", enter + " && exec \"$0\" \"$@\"");
        }

        /** The most bytes that it ever had, cached files included. */
        long peak() throws IOException {
            return Long.parseLong(Files.readString(memory.resolve("memory.max_usage_in_bytes"))
                    .strip());
        }

        /** Once all that were in it have ended. */
        @Override
        public void close() throws IOException {
            Files.delete(memory);
            Files.delete(cpu);
        }
    }
}
