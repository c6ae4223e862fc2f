package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photofinish.analyzer.fixture.AgentScript;
import dev.photofinish.analyzer.http.Route;
import dev.photofinish.analyzer.ingest.AnalysisQueue;
import dev.photofinish.analyzer.ingest.IngestOptions;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.metrics.AnalyzerMetrics;
import dev.photofinish.analyzer.profile.LockProfiles;
import dev.photofinish.analyzer.store.AnalyzerStore;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @Test
    void description_namesEveryRouteWithItsRight(@TempDir Path directory) throws Exception {
        Set<String> routes = new TreeSet<>();
        for (Route route : routes(directory)) {
            String right = route.right().name().toLowerCase(Locale.ROOT);
            routes.add(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path() + " " + right);
        }

        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Iterator<String> rights =
                        operation.getValue().path("security").path(0).fieldNames();
                described.add(
                        operation.getKey() + " " + path.getKey() + " " + (rights.hasNext() ? rights.next() : "public"));
            }
        }

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void answers_areAsDescribed(@TempDir Path dataDir) throws Exception {
        JsonNode description = description();
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, "open");
                RecordedChunk.race(1, "com.acme.Shop.count", "a", "b");
                RecordedChunk.handoff(2, Duration.ofMillis(2), Duration.ofMillis(3));
                AgentScript.lockOrder(3);
                AgentScript.end(3);
            }));
            analyzer.awaitChunks("analysed", 1);
            JsonNode findings = analyzer.json("/api/v1/findings");

            assertAsDescribed(description, findings, "Findings");
            assertAsDescribed(description, findings.at("/findings/0"), "Finding");
            assertAsDescribed(description, analyzer.json("/api/v1/contention"), "Contentions");
            assertAsDescribed(description, analyzer.json("/api/v1/lock-order"), "LockOrders");
            assertThat(analyzer.json("/api/v1/lock-order").path("lockOrder")).hasSize(1);
            assertAsDescribed(description, analyzer.json("/api/v1/agents"), "Agents");
            assertAsDescribed(description, analyzer.json("/health/ready"), "Status");
            assertAsDescribed(description, analyzer.tree(analyzer.get("/nothing")), "Error");
            assertThat(analyzer.json("/api/v1/openapi.json")).isEqualTo(description);
        }
    }

    private static void assertAsDescribed(JsonNode description, JsonNode value, String schema) {
        List<String> faults = new ArrayList<>();
        check(description, value, description.at("/components/schemas/" + schema), schema, faults);
        assertThat(faults).isEmpty();
    }

    /** As much of JSON Schema as the description uses. */
    private static void check(
            JsonNode description, JsonNode value, JsonNode schema, String where, List<String> faults) {
        if (schema.has("$ref")) {
            check(
                    description,
                    value,
                    description.at(schema.path("$ref").asText().substring(1)),
                    where,
                    faults);
        } else if (schema.has("oneOf")) {
            if (!value.isNull()) {
                check(description, value, schema.path("oneOf").path(0), where, faults);
            }
        } else if (!matches(value, schema.path("type").asText())) {
            faults.add(where + ": expected " + schema.path("type") + ", found " + value);
        } else if (schema.has("enum") && !schema.path("enum").valueStream().anyMatch(value::equals)) {
            faults.add(where + ": expected " + schema.path("enum") + ", found " + value);
        } else if (value.isArray()) {
            value.forEach(item -> check(description, item, schema.path("items"), where + "[]", faults));
        } else if (value.isObject()) {
            checkKeys(description, value, schema, where, faults);
        }
    }

    private static void checkKeys(
            JsonNode description, JsonNode value, JsonNode schema, String where, List<String> faults) {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            JsonNode known = schema.path("properties").path(entry.getKey());
            if (known.isMissingNode()) {
                faults.add(where + "." + entry.getKey() + " is not described");
            } else {
                check(description, entry.getValue(), known, where + "." + entry.getKey(), faults);
            }
        }
        schema.path("required").forEach(key -> {
            if (!value.has(key.asText())) {
                faults.add(where + "." + key.asText() + " is missing");
            }
        });
    }

    private static boolean matches(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> false;
        };
    }

    private static JsonNode description() throws Exception {
        try (InputStream file = OpenApiTest.class.getResourceAsStream("/openapi.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static List<Route> routes(Path directory) {
        ServeOptions options = RunningAnalyzer.options(directory, Map.of());
        AgentLiveness liveness = options.liveness();
        AnalyzerMetrics metrics =
                new AnalyzerMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), liveness, "test");
        InstantSource clock = InstantSource.system();
        LockProfiles profiles = new LockProfiles();
        try (AnalyzerStore store = AnalyzerStore.open(directory.resolve("test.db"));
                AnalysisQueue queue = new AnalysisQueue(
                        directory.resolve("spool"), IngestOptions.DEFAULT, store, metrics, profiles, clock)) {
            return AnalyzerServer.routes(options, store.findings(), metrics, profiles, queue, clock);
        }
    }
}
