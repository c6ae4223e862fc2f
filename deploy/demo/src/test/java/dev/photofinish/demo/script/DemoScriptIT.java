package dev.photofinish.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DemoScriptIT {
    private static final String ONE_RACE = """
            {"findings": [{"id": "1", "field": "dev.photofinish.demo.shop.PlainOrderCounter.placed", "grade": "high",
              "count": 2, "accesses": [
              {"kind": "write", "className": "a.B", "method": "c", "line": 1, "thread": "t", "locks": [], "stack": []},
              {"kind": "read", "className": "a.B", "method": "d", "line": 2, "thread": "u", "locks": [], "stack": []}]}],
             "contention": [], "total": 1}""";
    private static final String NOTHING = "{\"findings\": [], \"contention\": [], \"total\": 0}";

    @TempDir
    Path directory = Path.of("");

    @Test
    void once_endsWith0WhereARaceWasFound_andLeavesNothing() throws Exception {
        Checkout checkout = Checkout.complete(directory, ONE_RACE);
        try (DemoRun run = checkout.run(Map.of(), "--once", "--timeout", "1")) {
            run.awaitLine("RACE  dev.photofinish.demo.shop.PlainOrderCounter.placed");

            assertThat(run.await()).isZero();
            assertThat(run.text()).contains("1 of 7 racy fields", "/metrics", "/api/v1/findings");
            assertThat(run.survivors()).isEmpty();
        }
        assertThat(checkout.leftovers()).isEmpty();
        assertThat(checkout.agentCalls())
                .satisfiesExactly(
                        attach -> assertThat(attach)
                                .matches("attach \\d+ analyzer=http://127.0.0.1:\\d+,"
                                        + "include=dev\\.photofinish\\.demo\\.\\*\\*,service=demo,budget=20"),
                        detach -> assertThat(detach).matches("detach \\d+"));
    }

    @Test
    void once_endsWith1WhereNoRaceWasFound() throws Exception {
        Checkout checkout = Checkout.complete(directory, NOTHING);
        try (DemoRun run = checkout.run(Map.of(), "--once", "--timeout", "1")) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text()).contains("0 of 7 racy fields");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INT,0", "TERM,143"})
    void signal_endsEverything(String signal, int status) throws Exception {
        Checkout checkout = Checkout.complete(directory, ONE_RACE);
        try (DemoRun run = checkout.run(Map.of(), "--timeout", "1")) {
            run.awaitLine("everything keeps running");
            assertThat(run.survivors()).hasSizeGreaterThanOrEqualTo(2);

            run.signal(signal);

            assertThat(run.await()).isEqualTo(status);
            assertThat(run.survivors()).isEmpty();
        }
        assertThat(checkout.leftovers()).isEmpty();
        assertThat(checkout.agentCalls()).hasSize(2);
    }

    @Test
    void signal_whileItLooksForRaces_endsEverything() throws Exception {
        Checkout checkout = Checkout.complete(directory, NOTHING);
        try (DemoRun run = checkout.run(Map.of(), "--timeout", "600")) {
            run.awaitLine("looking for what the sample service hides");

            run.signal("INT");

            assertThat(run.await()).isEqualTo(130);
            assertThat(run.survivors()).isEmpty();
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void takenPort_isSaidAndAnotherTaken() throws Exception {
        Checkout checkout = Checkout.complete(directory, ONE_RACE);
        try (ServerSocket taken = occupy(9464);
                DemoRun run = checkout.run(Map.of(), "--once", "--timeout", "1")) {
            run.awaitLine("port 9464 is taken: using 94");
            assertThat(run.await()).isZero();
            assertThat(taken).isNotNull();
        }
    }

    @Test
    void analyzerThatDies_isNamedWithItsLastLines() throws Exception {
        Checkout checkout = Checkout.complete(directory, NOTHING);
        checkout.analyzer(StandInFailure.class);
        try (DemoRun run = checkout.run(Map.of())) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text())
                    .contains("demo.sh: The analyzer has ended unexpectedly.", "the reason is in this line");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void sampleServiceThatDies_isNamedWithItsLastLines() throws Exception {
        Checkout checkout = Checkout.complete(directory, NOTHING);
        checkout.sampleService(StandInFailure.class);
        try (DemoRun run = checkout.run(Map.of())) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text())
                    .contains("demo.sh: The sample service has ended unexpectedly.", "the reason is in this line");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void sampleServiceThatIsKilled_isNoticed() throws Exception {
        Checkout checkout = Checkout.complete(directory, ONE_RACE);
        try (DemoRun run = checkout.run(Map.of(), "--timeout", "1")) {
            String line = run.awaitLine("it runs as process ");
            run.awaitLine("everything keeps running");

            long pid = Long.parseLong(line.replaceAll(".*process (\\d+) .*", "$1"));
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text()).contains("demo.sh: The sample service has ended unexpectedly.");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void attachThatFails_isSaidWithItsLastLines() throws Exception {
        Checkout checkout = Checkout.complete(directory, NOTHING);
        checkout.agent(StandInFailure.class);
        try (DemoRun run = checkout.run(Map.of())) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text())
                    .contains("demo.sh: The attach failed.", "the reason is in this line")
                    .doesNotContain("The detach failed");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void missingJars_areNamedWhereNothingMayBeBuilt() throws Exception {
        Checkout checkout = new Checkout(directory);
        try (DemoRun run = checkout.run(Map.of(), "--no-build")) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text())
                    .contains("demo.sh: Missing: agent/target/photofinish-agent.jar"
                            + " analyzer/target/photofinish-analyzer.jar deploy/demo/target/photofinish-demo.jar");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void missingMaven_isSaidWithTheRemedy() throws Exception {
        Checkout checkout = new Checkout(directory);
        try (DemoRun run = checkout.run(Map.of("PATH", programs("dirname", "mktemp", "rm")))) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text()).contains("there is no mvn to build them: install Maven");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void brokenBuild_isSaidWithItsLastLines() throws Exception {
        Checkout checkout = new Checkout(directory);
        String path = programs("dirname", "mktemp", "rm", "sleep", "tail");
        Path maven = Path.of(path).resolve("mvn");
        executable(maven, "echo '[INFO] Building Photofinish agent [1/2]'; exit 1");
        try (DemoRun run = checkout.run(Map.of("PATH", path))) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text()).contains("demo.sh: The build failed.", "Building Photofinish agent [1/2]");
        }
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void missingJava_isSaidWithTheRemedy() throws Exception {
        Checkout checkout = new Checkout(directory);
        try (DemoRun run = checkout.run(Map.of("PATH", programs("dirname"), "JAVA_HOME", ""))) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text())
                    .isEqualTo("demo.sh: There is no java: install a JDK 17 or later"
                            + " (Debian: openjdk-17-jdk-headless) or set JAVA_HOME.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_HOME", "DEMO_JAVA_HOME"})
    void wrongJavaHome_isNamed(String variable) throws Exception {
        Checkout checkout = new Checkout(directory);
        try (DemoRun run = checkout.run(Map.of(variable, "/nowhere"))) {
            assertThat(run.await()).isEqualTo(1);
            assertThat(run.text())
                    .isEqualTo("demo.sh: " + variable + " is '/nowhere', but there is no bin/java in it.");
        }
    }

    @ParameterizedTest
    @CsvSource({"--twice,unknown option '--twice'", "--timeout,'--timeout: expected seconds, found '''''"})
    void wrongOption_isNamedAndEndsWith2(String option, String complaint) throws Exception {
        Checkout checkout = new Checkout(directory);
        try (DemoRun run = checkout.run(Map.of(), option)) {
            assertThat(run.await()).isEqualTo(2);
            assertThat(run.text()).startsWith("demo.sh: " + complaint).contains("deploy/demo.sh [--once]");
        }
    }

    /** A PATH with nothing but these programs. */
    private String programs(String... names) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        for (String name : names) {
            executable(bin.resolve(name), "exec /usr/bin/" + name + " \"$@\"");
        }
        return bin.toString();
    }

    private static void executable(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Takes the port, unless somebody else has it already. */
    private static ServerSocket occupy(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            // Whoever has it keeps it taken.
            assertThat(e).isNotNull();
        }
        return socket;
    }
}
