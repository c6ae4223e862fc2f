package dev.photofinish.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.peer.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The analyzer's jar as the build leaves it, serving on a free port of loopback. */
final class LiveAnalyzer implements AutoCloseable {
    private static final Path JAR = Path.of("../analyzer/target/photofinish-analyzer.jar");
    private static final Pattern LISTENING = Pattern.compile("http://127\\.0\\.0\\.1:([1-9]\\d*)");

    private final Server server;
    private final String address;

    private LiveAnalyzer(Server server) {
        this.server = server;
        this.address = "127.0.0.1:" + server.awaitLogged(LISTENING);
    }

    /** Starts it; the directory holds its data and its log. */
    static LiveAnalyzer start(Path directory) {
        assertThat(JAR)
                .as("the analyzer, built by mvn -pl analyzer -am package")
                .exists();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Server server = Server.start(
                directory,
                List.of(
                        java,
                        "-Dphotofinish.analyzer.listen=127.0.0.1:0",
                        "-Dphotofinish.analyzer.dataDir=" + directory.toAbsolutePath(),
                        "-jar",
                        JAR.toAbsolutePath().normalize().toString(),
                        "serve"));
        try {
            return new LiveAnalyzer(server);
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
    }

    /** Host and port. */
    String address() {
        return address;
    }

    int port() {
        return URI.create("http://" + address).getPort();
    }

    String log() {
        return server.log();
    }

    /** The ids of the places of contention that it knows. */
    List<String> contentionIds() {
        return Http.json("http://" + address + "/api/v1/contention").findValuesAsText("id");
    }

    /** Ships one chunk as an agent does. */
    void ship(UUID instance, String service, long sequence, byte[] chunk) {
        HttpResponse<String> response =
                Http.send(HttpRequest.newBuilder(URI.create("http://" + address + "/api/v1/chunks"))
                        .header("Content-Type", "application/octet-stream")
                        .header("Content-Encoding", "gzip")
                        .header("Photofinish-Instance", instance.toString())
                        .header("Photofinish-Sequence", Long.toString(sequence))
                        .header("Photofinish-Service", service)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(chunk)))
                        .build());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    }

    @Override
    public void close() {
        server.close();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
