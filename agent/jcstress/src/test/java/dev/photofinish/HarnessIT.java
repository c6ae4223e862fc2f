package dev.photofinish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every case under jcstress's harness: interpreted, by each compiler, and by one that shuffles instructions. */
@Tag("nightly")
class HarnessIT {
    private static final Path TARGET = Path.of(System.getProperty("photofinish.module"), "target");

    @Test
    void cases_underTheHarness_haveNoForbiddenOutcome() throws IOException, InterruptedException {
        Path results = Files.createDirectories(TARGET.resolve("jcstress"));
        Path log = TARGET.resolve("jcstress.log");
        ProcessBuilder harness = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main",
                "-v",
                "-m",
                "quick",
                "-sc",
                "false",
                "-pth",
                "false",
                "-r",
                results.toString());
        harness.directory(results.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        assertThat(harness.start().waitFor()).as("see %s", log).isZero();
        assertThat(log).content().contains("Failed tests: No matches.", "Error tests: No matches.");
    }
}
