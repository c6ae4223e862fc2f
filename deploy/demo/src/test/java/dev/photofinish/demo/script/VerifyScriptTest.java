package dev.photofinish.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyScriptTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private final Path programs;

    VerifyScriptTest(@TempDir Path programs) throws IOException {
        this.programs = programs;
        program("bash", "exec /bin/bash \"$@\"");
        program("dirname", "exec /usr/bin/dirname \"$@\"");
        program("mvn", "echo \"mvn was called with $*\"; [[ $2 == -q ]] || exit 7");
    }

    @Test
    void missingPrograms_areNamedWithPackageAndReason_andTheTestsRunNevertheless() throws Exception {
        program("javac", "exit 0");
        try (DemoRun run = run(ROOT.resolve("deploy/verify.sh"), "-o")) {
            assertThat(run.await()).isEqualTo(7);
            assertThat(run.text())
                    .contains("missing: prometheus (package prometheus), which scrapes the analyzer")
                    .contains("missing: chromium (package chromium), which opens the analyzer's page in the tests")
                    .contains("there is no apt-get here")
                    .contains("COULD NOT INSTALL prometheus prometheus-alertmanager chromium: going on without")
                    .contains("NO kubectl")
                    .contains("mvn was called with -B -q -T2 package -DskipTests -o")
                    .endsWith("mvn was called with -B verify -o");
        }
    }

    @Test
    void nothingMissing_meansThatNothingIsInstalled() throws Exception {
        everythingIsThere();
        try (DemoRun run = run(ROOT.resolve(".ci/run"))) {
            assertThat(run.await()).isEqualTo(7);
            assertThat(run.text())
                    .startsWith("verify.sh: building: mvn -B -q -T2 package")
                    .endsWith("mvn was called with -B verify");
        }
    }

    @Test
    void passedTests_areFollowedByTheSoak_asLongAsThereIsTime() throws Exception {
        everythingIsThere();
        program("mvn", "echo \"mvn was called with $*\"");
        assertThat(textAfter("0"))
                .containsPattern("mvn was called with -B verify\n")
                .contains("running: SoakIT for 300 s, MemoryIT")
                .containsPattern("-Dit.test=SoakIT,MemoryIT .* -Dsoak.seconds=300$");
        assertThat(textAfter("1200"))
                .contains("LITTLE TIME LEFT after 1200 s")
                .containsPattern("-Dit.test=SoakIT,MemoryIT .* -Dsoak.seconds=200$");
        assertThat(textAfter("1350"))
                .contains("NO TIME LEFT after 1350 s: the soak of 300 s and MemoryIT are SKIPPED")
                .doesNotContain("-Dit.test");
    }

    @Test
    void failedBuild_isTheEnd() throws Exception {
        program("mvn", "echo \"mvn was called with $*\"; exit 3");
        try (DemoRun run = run(ROOT.resolve("deploy/verify.sh"))) {
            assertThat(run.await()).isEqualTo(3);
            assertThat(run.text()).endsWith("mvn was called with -B -q -T2 package -DskipTests");
        }
    }

    private void everythingIsThere() throws IOException {
        for (String name :
                List.of("javac", "prometheus", "promtool", "prometheus-alertmanager", "chromium", "kubectl")) {
            program(name, "exit 0");
        }
    }

    /** What the script says that begins when as many seconds have passed as bash takes from its environment. */
    private String textAfter(String seconds) throws Exception {
        ProcessBuilder builder = builder(ROOT.resolve("deploy/verify.sh"));
        builder.environment().put("SECONDS", seconds);
        try (DemoRun run = new DemoRun(builder.start())) {
            assertThat(run.await()).isZero();
            return run.text();
        }
    }

    private DemoRun run(Path script, String... arguments) throws IOException {
        return new DemoRun(builder(script, arguments).start());
    }

    private ProcessBuilder builder(Path script, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("PATH", programs.toString());
        return builder;
    }

    private void program(String name, String command) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/bash\n" + command + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
