package dev.photofinish.analyzer.flame;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window that shows one page, asked by its DevTools protocol. Used by one thread. */
final class Chromium implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, JsonNode> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Process process;
    private final WebSocket socket;
    private int calls;

    private Chromium(Path program, Path page, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--window-size=1200,800",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket = client.newWebSocketBuilder()
                .buildAsync(pageOf(profile.resolve("DevToolsActivePort")), new Answers())
                .join();
        call("Runtime.enable", Map.of());
        call("Log.enable", Map.of());
    }

    /** Opens the page; without a Chromium on the PATH the test is skipped, and says so. */
    static Chromium open(Path page, Path profile) throws IOException, InterruptedException {
        Optional<Path> program = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), "SKIPPED: no chromium on the PATH");
        return new Chromium(program.orElseThrow(), page, profile);
    }

    /** The value of a JavaScript expression. */
    JsonNode value(String expression) {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.at("/result/value");
    }

    /** Waits until the expression is true. */
    void awaitTrue(String expression) {
        await(expression, () -> value(expression).asBoolean());
    }

    /** What the page threw, and what the browser refused or complained of. */
    List<String> complaints() {
        return complaints;
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        int id = ++calls;
        try {
            socket.sendText(MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                    .join();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        await(method, () -> answers.containsKey(id));
        return Objects.requireNonNull(answers.get(id)).path("result");
    }

    /** The address of the page's own socket. */
    private URI pageOf(Path portFile) throws IOException, InterruptedException {
        await("the port of Chromium", () -> lines(portFile).size() > 1);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + lines(portFile).get(0) + "/json/list"))
                .build();
        JsonNode targets = MAPPER.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        for (JsonNode target : targets) {
            if (target.path("type").asText().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new AssertionError("Chromium has no page: " + targets);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    /** Puts the parts of each message together. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                accept(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void accept(String message) {
            try {
                JsonNode json = MAPPER.readTree(message);
                String method = json.path("method").asText();
                if (json.has("id")) {
                    answers.put(json.path("id").asInt(), json);
                } else if (method.equals("Log.entryAdded") || method.equals("Runtime.exceptionThrown")) {
                    complaints.add(message);
                }
            } catch (JsonProcessingException e) {
                complaints.add(message);
            }
        }
    }
}
