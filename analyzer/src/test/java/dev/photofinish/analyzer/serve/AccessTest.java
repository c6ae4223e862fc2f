package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Map<String, String> TOKENS =
            Map.of("token.ingest", "ingest-token", "token.read", "read-token", "token.control", "control-token");

    @Test
    void chunk_needsTheIngestToken(@TempDir Path dataDir) {
        byte[] chunk = RecordedChunk.withRace(JVM, 1, "a.B.c").gzip();
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, TOKENS)) {
            HttpResponse<String> without =
                    analyzer.send(analyzer.chunk(JVM, 1, chunk).build());
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.body())
                    .isEqualTo("{\"error\":\"this needs the header Authorization: Bearer with the ingest token\"}");

            HttpResponse<String> wrong = analyzer.send(analyzer.chunk(JVM, 1, chunk)
                    .header("Authorization", "Bearer read-token")
                    .build());
            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(wrong.body()).isEqualTo("{\"error\":\"the token does not give the right to ingest\"}");

            HttpResponse<String> right = analyzer.send(analyzer.chunk(JVM, 1, chunk)
                    .header("Authorization", "Bearer ingest-token")
                    .build());
            assertThat(right.statusCode()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/findings/x",
                "/metrics",
                "/api/v1/findings",
                "/api/v1/findings/x",
                "/api/v1/contention",
                "/api/v1/agents"
            })
    void readingAnything_needsTheReadToken(String path, @TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, TOKENS)) {
            assertThat(analyzer.get(path).statusCode()).isEqualTo(401);
            assertThat(analyzer.get(path, "Authorization", "Bearer ingest-token")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(analyzer.get(path, "Authorization", "Bearer read-tokenx").statusCode())
                    .isEqualTo(403);
            assertThat(analyzer.get(path, "Authorization", "Bearer read-token").statusCode())
                    .isIn(200, 404);
        }
    }

    @Test
    void browser_sendsTheTokenAsPassword(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, TOKENS)) {
            assertThat(analyzer.get("/").headers().firstValue("WWW-Authenticate"))
                    .hasValue("Basic realm=\"photofinish\"");
            assertThat(analyzer.get("/", "Authorization", basic("me:read-token"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(analyzer.get("/", "Authorization", basic("read-token:me"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(analyzer.get("/", "Authorization", "Basic %%%").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void acknowledging_needsTheControlToken(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, TOKENS)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(analyzer.uri("/api/v1/findings/x/acknowledge"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"by\":\"a\",\"reason\":\"b\",\"until\":\"2901-01-01T00:00:00Z\"}"));

            assertThat(analyzer.send(request.copy()
                                    .header("Authorization", "Bearer read-token")
                                    .build())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(analyzer.send(request.copy()
                                    .header("Authorization", "Bearer control-token")
                                    .build())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/page.css", "/api/v1/openapi.json"})
    void whatTellsNothing_needsNoToken(String path, @TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, TOKENS)) {
            assertThat(analyzer.get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void foreignNameForThisMachine_isRefusedWhereNoTokenIsSet(@TempDir Path dataDir) throws IOException {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(raw(
                            analyzer,
                            "GET /api/v1/findings HTTP/1.1\r\nHost: evil.example:9464\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421 ")
                    .contains("{\"error\":\"without a token this is served to this machine only");
            assertThat(raw(analyzer, "GET /api/v1/findings HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(raw(analyzer, "GET /api/v1/findings HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(raw(analyzer, "GET /health/ready HTTP/1.1\r\nHost: 10.1.2.3\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /findings/..%2f..%2fx HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b c\r\n\r\n",
                "POST /api/v1/chunks HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/chunks HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n"
            })
    void brokenRequest_getsNoStackTrace(String request, @TempDir Path dataDir) throws IOException {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            String answer = raw(analyzer, request);

            assertThat(answer).startsWith("HTTP/1.1 4");
            assertThat(answer)
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception")
                    .doesNotContain("org.eclipse.jetty")
                    .doesNotContain("Server: Jetty(");
        }
    }

    @Test
    void failureOfOurs_isANumberAndNoStackTrace(@TempDir Path dataDir) throws Exception {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            try (Connection connection =
                            DriverManager.getConnection("jdbc:sqlite:" + dataDir.resolve("photofinish.db"));
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE contention");
            }

            HttpResponse<String> answer = analyzer.get("/api/v1/contention");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .matches("\\{\"error\":\"the analyzer failed; its log has more under the number [-0-9a-f]{36}\"}");
        }
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(RunningAnalyzer analyzer, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), analyzer.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return reader.lines().collect(Collectors.joining("\n"));
        }
    }
}
