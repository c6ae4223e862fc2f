package dev.photofinish.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.peer.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdTest {
    private static final Path UNIT = Path.of("../deploy/systemd/photofinish-analyzer.service");

    @Test
    void unit_isAcceptedBySystemd(@TempDir Path directory) throws IOException {
        Peer.Output verified = systemdAnalyze(directory, "verify");

        assertThat(verified.exitCode()).as(verified.text()).isZero();
        assertThat(verified.text()).isBlank();
    }

    /** In tenths; systemd calls up to 4.9 OK and counts 9.6 for a unit without any protection. */
    @Test
    void unit_isHardened(@TempDir Path directory) throws IOException {
        Peer.Output assessed = systemdAnalyze(directory, "security", "--offline=yes", "--threshold=15");

        assertThat(assessed.exitCode()).as(assessed.text()).isZero();
    }

    private Peer.Output systemdAnalyze(Path directory, String... arguments) throws IOException {
        Peer systemdAnalyze = Peer.required("systemd-analyze", "Debian package systemd");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path unit = directory.resolve(UNIT.getFileName());
        String text = Files.readString(UNIT);
        assertThat(text).contains("ExecStart=/usr/bin/java ");
        Files.writeString(unit, text.replace("ExecStart=/usr/bin/java ", "ExecStart=" + java + " "));
        String[] withUnit = Arrays.copyOf(arguments, arguments.length + 1);
        withUnit[arguments.length] = unit.toString();
        return systemdAnalyze.run(directory, withUnit);
    }
}
