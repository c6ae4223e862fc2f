package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent that sleeps leaves the application its own bytecode; it is put to sleep and woken from outside. */
final class SleepIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    private static String status(LiveJvm victim, String name) throws Exception {
        Command.Outcome status = Command.agent("status", victim.pid()).run(name);
        assertThat(status.exit()).as(status.toString()).isZero();
        return status.out();
    }

    private static void attach(LiveJvm victim, String options, String name) throws Exception {
        Command.Outcome attached =
                Command.agent("attach", victim.pid(), INCLUDE + options).run(name);
        assertThat(attached.exit()).as(attached.toString()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void budgetOfZero_changesNoBytecodeAndStartsNoThread(Jdk jdk) throws Exception {
        String name = "asleep-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name)) {
            Map<String, String> untouched = SecondAgent.classFiles(victim, "untouched-" + name);
            attach(victim, ",analyzer=http://127.0.0.1:9,budget=0", name);
            assertThat(SecondAgent.classFiles(victim, "loaded-" + name)).containsAllEntriesOf(untouched);
            assertThat(victim.ask("threads")).doesNotContain("photofinish");
            assertThat(status(victim, name + "-status")).containsPattern("state +asleep");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sleepFile_givesTheBytecodeBackWhileItExists(Jdk jdk) throws Exception {
        String name = "sleep-" + jdk.feature();
        Path file = LiveJvm.temporaryDirectory("switch-" + name).resolve("sleep");
        try (LiveJvm victim = LiveJvm.victim(jdk, name)) {
            String where = victim.ask("where");
            Map<String, String> untouched = SecondAgent.classFiles(victim, "untouched-" + name);
            attach(victim, ",sleepFile=" + file, name);
            Await.until("woven bytecode", PATIENCE, () -> !victim.ask("where").equals(where));

            Files.createFile(file);
            Await.until(
                    "the original bytecode", PATIENCE, () -> victim.ask("where").equals(where));
            assertThat(status(victim, name + "-asleep")).contains("the file " + file + " exists");
            assertThat(SecondAgent.classFiles(victim, "asleep-" + name)).containsAllEntriesOf(untouched);

            Files.delete(file);
            Await.until(
                    "woven bytecode again", PATIENCE, () -> !victim.ask("where").equals(where));
            Await.until(
                    "a window after waking",
                    PATIENCE,
                    () -> !status(victim, name + "-awake").contains("state      asleep"));
        }
    }
}
