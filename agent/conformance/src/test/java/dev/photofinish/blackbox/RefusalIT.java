package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be done is refused with one sentence and the right exit code, and the application goes on. */
final class RefusalIT {
    private static final String INCLUDE = "include=dev.photofinish.victim.**";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @Test
    void noCommand_isUsage() throws Exception {
        Command.Outcome outcome = Command.agent().run("no-command");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("attach", "detach", "status", "list").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "attach", "attach x", "status", "detach", "detach x"})
    void badUsage_isUsage(String words) throws Exception {
        Command.Outcome outcome = Command.agent((Object[]) words.split(" ")).run("usage-" + words.replace(' ', '-'));
        assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void unknownOption_isNamed() throws Exception {
        refusedOption("frobnicate=1", "frobnicate");
    }

    @Test
    void wrongType_namesKeyExpectedAndFound() throws Exception {
        refusedOption("budget=plenty", "budget", "plenty");
    }

    @Test
    void unknownMode_namesKeyExpectedAndFound() throws Exception {
        refusedOption("mode=partial", "mode", "full", "partial");
    }

    @Test
    void missingValue_isNamed() throws Exception {
        refusedOption("include=", "include");
        refusedOption("include", "include");
    }

    @Test
    void processThatDoesNotExist_isNamed() throws Exception {
        long pid = goneProcess();
        Refusal.assertThat(Command.agent("attach", pid, INCLUDE).run("gone-attach"))
                .isRefusedWith(1, Long.toString(pid));
        Refusal.assertThat(Command.agent("status", pid).run("gone-status")).isRefusedWith(1, Long.toString(pid));
        Refusal.assertThat(Command.agent("detach", pid).run("gone-detach")).isRefusedWith(1, Long.toString(pid));
    }

    @Test
    void processThatIsNoJvm_isNamed() throws Exception {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        try {
            Refusal.assertThat(Command.agent("attach", sleep.pid(), INCLUDE).run("no-jvm"))
                    .isRefusedWith(1, Long.toString(sleep.pid()));
            assertThat(sleep.isAlive()).as("the process survives").isTrue();
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void processOfAnotherUser_isNamed() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("only root can become another user")
                .isEqualTo("root");
        assumeThat(Files.isExecutable(Path.of("/usr/bin/setpriv"))).isTrue();
        try (LiveJvm victim = LiveJvm.victim(Jdk.installed().get(0), "other-user")) {
            Command.Outcome outcome = Command.of(
                            "/usr/bin/setpriv",
                            "--reuid=65534",
                            "--regid=65534",
                            "--clear-groups",
                            Jdk.installed().get(0).java(),
                            "-jar",
                            Shipped.agentJar(),
                            "attach",
                            victim.pid(),
                            INCLUDE)
                    .run("other-user");
            Refusal.assertThat(outcome).isRefusedWith(1, Long.toString(victim.pid()), "user");
            assertThat(victim.ask("rounds")).isNotEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void attachDisabled_saysWhichOption(Jdk jdk) throws Exception {
        String name = "attach-disabled-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name, "-XX:+DisableAttachMechanism")) {
            Refusal.assertThat(Command.agent("attach", victim.pid(), INCLUDE).run(name))
                    .isRefusedWith(1, Long.toString(victim.pid()), "DisableAttachMechanism");
            assertThat(victim.isAlive()).isTrue();
            assertThat(victim.ask("rounds")).isNotEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void dynamicAgentsDisabled_saysWhichOption(Jdk jdk) throws Exception {
        String name = "dynamic-disabled-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name, "-XX:-EnableDynamicAgentLoading")) {
            Refusal.assertThat(Command.agent("attach", victim.pid(), INCLUDE).run(name))
                    .isRefusedWith(1, Long.toString(victim.pid()), "EnableDynamicAgentLoading");
            assertThat(victim.ask("rounds")).isNotEqualTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void secondAttach_isRefusedAndTheFirstGoesOn(Jdk jdk) throws Exception {
        String name = "second-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            String options = "analyzer=" + receiver.address() + "," + INCLUDE;
            assertThat(Command.agent("attach", victim.pid(), options).run(name).exit())
                    .isZero();
            Refusal.assertThat(Command.agent("attach", victim.pid(), options).run(name + "-again"))
                    .isRefusedWith(1, "already");
            assertThat(Command.agent("status", victim.pid())
                            .run(name + "-status")
                            .exit())
                    .isZero();
        }
    }

    @Test
    void detachWithoutAttach_isRefused() throws Exception {
        try (LiveJvm victim = LiveJvm.victim(Jdk.installed().get(0), "not-attached")) {
            Refusal.assertThat(Command.agent("detach", victim.pid()).run("not-attached"))
                    .isRefusedWith(1, "not attached");
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void javaagentWithBadOption_letsTheApplicationRun(Jdk jdk) throws Exception {
        String name = "bad-javaagent-" + jdk.feature();
        try (LiveJvm victim = LiveJvm.victim(jdk, name, "-javaagent:" + Shipped.agentJar() + "=frobnicate=1")) {
            assertThat(victim.ask("rounds")).isNotBlank();
            assertThat(Refusal.sentences(victim.err()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("frobnicate");
        }
    }

    private static void refusedOption(String option, String... words) throws Exception {
        try (LiveJvm victim = LiveJvm.victim(Jdk.installed().get(0), "option")) {
            Refusal.assertThat(Command.agent("attach", victim.pid(), option)
                            .run("option-" + option.replaceAll("\\W", "_")))
                    .isRefusedWith(2, words);
            assertThat(victim.ask("threads")).doesNotContain("photofinish");
        }
    }

    private static long goneProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
