package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** attach, status and detach on a JVM that runs. */
final class AttachIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final String VICTIM = "dev.photofinish.victim.Victim";
    private static final String RACED = VICTIM + ".raced";

    /** What the agent has the JVM leave to its quick compiler. */
    private static final String WEAVER = "dev/photofinish/weave/*.*";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attach_findsTheRaceAndNothingElse(Jdk jdk) throws Exception {
        String name = "attach-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            Command.Outcome attached = Command.agent(
                            "attach", victim.pid(), "analyzer=" + receiver.address() + "," + INCLUDE)
                    .run(name);
            assertThat(attached.exit()).as(attached.toString()).isZero();
            receiver.awaitReported(RACED, PATIENCE);
            assertThat(Analysis.of(receiver.directory()).fields()).containsExactly(RACED);
            assertThat(receiver.instances()).isEqualTo(1);
            assertThat(victim.quit()).isZero();
            assertThat(receiver.lastState()).isEqualTo("ended");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void status_saysWhatTheAgentDoes(Jdk jdk) throws Exception {
        String name = "status-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            Command.Outcome before = Command.agent("status", victim.pid()).run(name + "-before");
            Refusal.assertThat(before).isRefusedWith(1);
            attach(victim, receiver, name);
            Command.Outcome status = Command.agent("status", victim.pid()).run(name);
            assertThat(status.exit()).as(status.toString()).isZero();
            assertThat(status.out()).containsPattern("asleep|woven|open");
            Command.Outcome list = Command.agent("list").run(name + "-list");
            assertThat(list.exit()).isZero();
            assertThat(list.out()).contains(Long.toString(victim.pid()));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void detach_leavesNothing(Jdk jdk) throws Exception {
        String name = "detach-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String where = victim.ask("where");
            Map<String, String> untouched = SecondAgent.classFiles(victim, "untouched-" + name);
            assertThat(untouched).containsKeys(VICTIM + ".class", "java.lang.Thread.class");
            attach(victim, receiver, name);
            Await.until("woven bytecode", PATIENCE, () -> !victim.ask("where").equals(where));
            Await.until("a chunk", PATIENCE, () -> !receiver.chunks().isEmpty());
            assertThat(compilerDirectives(jdk, victim, "directives-" + name)).contains(WEAVER);

            Command.Outcome detached = Command.agent("detach", victim.pid()).run(name + "-detach");
            assertThat(detached.exit()).as(detached.toString()).isZero();

            assertThat(victim.ask("where")).as("bytecode index of a call").isEqualTo(where);
            Map<String, String> restored = SecondAgent.classFiles(victim, "restored-" + name);
            assertThat(restored).containsAllEntriesOf(untouched);
            Await.until(
                    "no thread of the agent",
                    PATIENCE,
                    () -> !victim.ask("threads").contains("photofinish"));
            assertThat(victim.leavings()).isEmpty();
            assertThat(temporaryFilesOf(victim)).isEmpty();
            assertThat(compilerDirectives(jdk, victim, "no-directives-" + name)).doesNotContain("photofinish");
            assertThat(victim.ask("rounds")).isNotEqualTo("0");
            assertThat(receiver.lastState()).isEqualTo("detached");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attach_worksAgainAfterDetach(Jdk jdk) throws Exception {
        String name = "again-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            attach(victim, receiver, name);
            assertThat(Command.agent("detach", victim.pid())
                            .run(name + "-detach")
                            .exit())
                    .isZero();
            int before = receiver.chunks().size();
            attach(victim, receiver, name + "-2");
            Await.until(
                    "a chunk of the second attach",
                    PATIENCE,
                    () -> receiver.chunks().size() > before || receiver.instances() > 1);
        }
    }

    private static void attach(LiveJvm victim, ChunkReceiver receiver, String name) throws Exception {
        Command.Outcome attached = Command.agent(
                        "attach", victim.pid(), "analyzer=" + receiver.address() + "," + INCLUDE)
                .run(name);
        assertThat(attached.exit()).as(attached.toString()).isZero();
    }

    private static String compilerDirectives(Jdk jdk, LiveJvm victim, String name) throws Exception {
        Command.Outcome printed = Command.of(jdk.jcmd(), victim.pid(), "Compiler.directives_print")
                .run(name);
        assertThat(printed.exit()).as(printed.toString()).isZero();
        return printed.out();
    }

    /** The agent may not use the system's directory behind the application's back either. */
    private static List<Path> temporaryFilesOf(LiveJvm victim) throws Exception {
        try (var files = Files.list(Path.of("/tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("photofinish"))
                    .filter(file -> file.getFileName().toString().contains(Long.toString(victim.pid())))
                    .toList();
        }
    }
}
