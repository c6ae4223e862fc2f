package dev.photofinish.analyzer.command;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.analyzer.serve.RecordedChunk;
import dev.photofinish.analyzer.serve.RunningAnalyzer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same chunks, once as a file and once over HTTP. */
class FileAndStreamTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fileAndStream_giveTheSameFindings(@TempDir Path directory) throws IOException {
        List<RecordedChunk> chunks = chunks();

        JsonNode fromFile = analyze(directory, chunks);
        Map<String, JsonNode> fromStream = new HashMap<>();
        JsonNode contentionOfStream;
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(directory.resolve("data"), Map.of())) {
            for (int i = 0; i < chunks.size(); i++) {
                analyzer.post(i + 1, chunks.get(i));
            }
            analyzer.awaitChunks("analysed", chunks.size());
            for (JsonNode finding : analyzer.json("/api/v1/findings").path("findings")) {
                fromStream.put(finding.path("fingerprint").asText(), finding);
            }
            contentionOfStream = analyzer.json("/api/v1/contention").path("contention");
        }

        assertThat(fromFile.path("races")).hasSize(2);
        assertThat(fromStream).hasSize(2);
        for (JsonNode race : fromFile.path("races")) {
            JsonNode finding = fromStream.getOrDefault(race.path("fingerprint").asText(), MissingNode.getInstance());
            for (String key : List.of("field", "grade", "count", "reasons")) {
                assertThat(finding.path(key)).as(key).isEqualTo(race.path(key));
            }
            assertThat(withClassName(finding.path("accesses"))).isEqualTo(withClassName(race.path("accesses")));
        }
        assertThat(facts(contentionOfStream)).isEqualTo(facts(fromFile.path("contention")));
    }

    private static List<RecordedChunk> chunks() {
        List<RecordedChunk> chunks = new ArrayList<>();
        chunks.add(RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            RecordedChunk.race(1, "com.acme.Shop.count", "a", "b");
        }));
        chunks.add(RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            RecordedChunk.race(2, "com.acme.Shop.total", "a", "b");
            RecordedChunk.handoff(3, Duration.ofMillis(5), Duration.ofMillis(6));
        }));
        chunks.add(RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            RecordedChunk.race(4, "com.acme.Shop.count", "c", "d");
            RecordedChunk.handoff(5, Duration.ofMillis(7), Duration.ofMillis(8));
            RecordedChunk.incomplete(6);
        }));
        return chunks;
    }

    private static JsonNode analyze(Path directory, List<RecordedChunk> chunks) throws IOException {
        Path file = directory.resolve("run.jfr");
        try (var out = Files.newOutputStream(file)) {
            for (RecordedChunk chunk : chunks) {
                out.write(chunk.bytes());
            }
        }
        StringWriter json = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = Main.run(
                new PrintWriter(json), new PrintWriter(errors), "analyze", file.toString(), "--format", "json");
        assertThat(code).as(errors.toString()).isZero();
        return JSON.readTree(json.toString());
    }

    /** The report of a file calls the class of an access or frame {@code class}, the API {@code className}. */
    private static JsonNode withClassName(JsonNode node) {
        JsonNode copy = node.deepCopy();
        for (JsonNode parent : copy.findParents("class")) {
            ObjectNode object = (ObjectNode) parent;
            object.set("className", object.remove("class"));
        }
        return copy;
    }

    private static List<Map<String, JsonNode>> facts(JsonNode contention) {
        List<Map<String, JsonNode>> facts = new ArrayList<>();
        for (JsonNode row : contention) {
            Map<String, JsonNode> fact = new HashMap<>();
            for (String key : List.of(
                    "lockClass",
                    "site",
                    "kind",
                    "source",
                    "waits",
                    "waitNanos",
                    "maxWaitNanos",
                    "holdNanos",
                    "holders")) {
                fact.put(key, row.path(key));
            }
            facts.add(fact);
        }
        return facts;
    }
}
