package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That the measurement of attaching works: nothing is asserted of how long it takes. */
final class AttachTimeIT {
    @Test
    void shortMeasurement_printsItsLine() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        AttachTime.measure(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Path.of(System.getProperty("photofinish.root", ".")),
                "1",
                "100",
                System.getProperty("java.home"));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern(
                        "JDK \\d+[.\\d]*, 100 classes, 1 runs: attach until woven, .* ms .*; CPU of the JVM meanwhile .* ms .*;"
                                + " longest pause .* ms");
    }
}
