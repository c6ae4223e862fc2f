package dev.photofinish.analyzer.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.command.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own. */
class ServeCommandTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final int SIGTERM = 128 + 15;
    private static final Pattern ANNOUNCEMENT = Pattern.compile(
            "Photofinish analyzer \\S+: page (http://127\\.0\\.0\\.1:\\d+)/  metrics \\1/metrics  findings \\1/api/v1/findings");

    @Test
    void serve_saysWhereItListensAndEndsOnSigterm(@TempDir Path directory) throws Exception {
        Path config = config(directory, "listen=127.0.0.1:0\ndataDir=" + directory.resolve("data") + "\n");
        Process process = start(directory, "serve", "--config", config.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            Matcher announcement = ANNOUNCEMENT.matcher(String.valueOf(line));
            assertThat(announcement.matches()).as("announcement: %s", line).isTrue();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(announcement.group(1) + "/health/ready"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("{\"status\":\"ready\"}");

            process.destroy();

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM);
        } finally {
            process.destroyForcibly();
        }
        assertThat(directory.resolve("data/photofinish.db")).exists();
        assertThat(directory.resolve("data/photofinish.db-wal")).doesNotExist();
        assertThat(errors(directory)).isEmpty();
    }

    @Test
    void wrongOption_isOneSentenceAndExitCode2(@TempDir Path directory) throws Exception {
        Path config = config(directory, "maxChunkBytes=many\n");

        assertThat(run(directory, "serve", "--config", config.toString())).isEqualTo(2);
        assertThat(errors(directory))
                .isEqualTo("photofinish-analyzer: maxChunkBytes (file " + config
                        + "): expected a number from 65536 to 1073741824, found \"many\"\n");
    }

    @Test
    void portInUse_isOneSentenceAndExitCode2(@TempDir Path directory) throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String listen = "127.0.0.1:" + taken.getLocalPort();
            Path config = config(directory, "listen=" + listen + "\ndataDir=" + directory.resolve("data") + "\n");

            assertThat(run(directory, "serve", "--config", config.toString())).isEqualTo(2);
            assertThat(errors(directory))
                    .isEqualTo("photofinish-analyzer: cannot listen on " + listen
                            + ": the port is in use, or needs more rights\n");
        }
    }

    private static Path config(Path directory, String text) throws IOException {
        return Files.writeString(directory.resolve("analyzer.properties"), text);
    }

    private static int run(Path directory, String... arguments) throws Exception {
        Process process = start(directory, arguments);
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("stderr").toFile())
                .start();
    }

    private static String errors(Path directory) throws IOException {
        return Files.readString(directory.resolve("stderr"));
    }
}
