package dev.photofinish.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.peer.Await;
import dev.photofinish.peer.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way on real programs: a recorded race, the analyzer, Prometheus, the dashboard's queries, the alert, a receiver. */
class RaceToAlertIT {
    private static final String SERVICE = "checkout";
    private static final UUID INSTANCE = UUID.randomUUID();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path HEALTHCHECK = Path.of("../deploy/docker");

    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    private static Webhook webhook;
    private static LiveAnalyzer analyzer;
    private static LiveMonitoring monitoring;
    private static long shipped;

    @BeforeAll
    static void start(@TempDir Path directory) {
        webhook = opened(Webhook.open());
        analyzer = opened(LiveAnalyzer.start(directory));
        monitoring = opened(LiveMonitoring.start(directory, analyzer.address(), webhook.uri()));
    }

    /** Runs, and ends what was started, when a start has failed too. */
    @AfterAll
    static void end() throws Exception {
        List<Exception> failures = new ArrayList<>();
        while (!OPEN.isEmpty()) {
            try {
                OPEN.pop().close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void query_hasData(Dashboard.Query query) {
        String expression = substituted(query.expression());

        JsonNode result = awaitWhileShipping(
                () -> expression + " to have a number, found " + monitoring.query(expression), () -> {
                    JsonNode found = monitoring.query(expression);
                    return numbers(found).isEmpty() ? null : found;
                });

        assertThat(numbers(result)).allMatch(value -> value >= 0);
        assertThat(result)
                .allSatisfy(sample -> assertThat(query.labels())
                        .allSatisfy(label -> assertThat(
                                        sample.path("metric").path(label).asText())
                                .as(label)
                                .isNotBlank()));
    }

    @Test
    void serviceVariable_listsTheService() {
        String definition = Dashboard.shipped().variables().stream()
                .filter(variable -> variable.path("name").asText().equals("service"))
                .map(variable -> variable.path("query").path("query").asText())
                .findFirst()
                .orElseThrow();
        assertThat(definition).startsWith("label_values(").endsWith(", service)");
        String match = definition.substring("label_values(".length(), definition.length() - ", service)".length());

        List<String> services = awaitWhileShipping(() -> "a service", () -> {
            List<String> found = monitoring.labelValues("service", match);
            return found.isEmpty() ? null : found;
        });

        assertThat(services).containsExactly(SERVICE);
    }

    @Test
    void metrics_areTheDocumentedOnes() {
        List<String> exported = awaitWhileShipping(() -> "a race in the scrape", () -> {
            List<String> names = monitoring.labelValues("__name__", "{__name__=~\"photofinish_.*\"}");
            return names.contains("photofinish_race_info") ? names : null;
        });

        assertThat(exported).containsExactlyInAnyOrderElementsOf(ExportedMetrics.EXPORTED);
    }

    @Test
    void exemplars_thatPrometheusKeeps_nameTheFindingAndThePlaceOfTheWait() {
        List<String> findings = awaitWhileShipping(
                () -> "an exemplar of the observations",
                () -> nullIfEmpty(monitoring.exemplars("photofinish_race_observations_total", "finding")));
        List<String> places = awaitWhileShipping(
                () -> "an exemplar of the waits",
                () -> nullIfEmpty(monitoring.exemplars("photofinish_lock_wait_seconds_bucket", "contention")));

        assertThat(findings)
                .isSubsetOf(monitoring.labelValues("finding", "photofinish_race_info"))
                .doesNotContain("");
        assertThat(places).allSatisfy(id -> assertThat(analyzer.contentionIds()).contains(id));
    }

    @Test
    void race_firesTheAlertInPrometheus() {
        JsonNode alert = awaitWhileShipping(
                () -> "PhotofinishNewRace to fire", () -> firstOrNull(monitoring.firing("PhotofinishNewRace")));

        assertThat(alert.path("labels").path("service").asText()).isEqualTo(SERVICE);
        assertThat(alert.path("labels").path("field").asText()).isEqualTo(SyntheticChunk.FIELD);
        assertThat(alert.path("labels").path("finding").asText()).isNotBlank();
        assertThat(alert.path("labels").path("grade").asText()).isIn("medium", "high");
        assertThat(alert.path("annotations").path("summary").asText())
                .isEqualTo("Suspected data race on " + SyntheticChunk.FIELD + " in " + SERVICE);
    }

    @Test
    void race_reachesAlertmanagerAndItsReceiver() {
        JsonNode alert = awaitWhileShipping(
                () -> "PhotofinishNewRace at Alertmanager",
                () -> firstOrNull(monitoring.arrived("PhotofinishNewRace")));
        String notification = awaitWhileShipping(
                () -> "the notification of it, found " + webhook.notifications(),
                () -> firstOrNull(webhook.notifications().stream()
                        .filter(body -> body.contains("PhotofinishNewRace"))
                        .toList()));

        assertThat(alert.path("labels").path("field").asText()).isEqualTo(SyntheticChunk.FIELD);
        assertThat(notification).contains(SyntheticChunk.FIELD, "\"status\":\"firing\"");
    }

    @Test
    void lossAtTheAgent_firesItsAlert() {
        JsonNode alert = awaitWhileShipping(
                () -> "PhotofinishEventsLost to fire", () -> firstOrNull(monitoring.firing("PhotofinishEventsLost")));

        assertThat(alert.path("labels").path("reason").asText()).isEqualTo("spool_full");
    }

    @Test
    void healthyAnalyzer_firesNoAlertOfItsOwn() {
        awaitWhileShipping(() -> "a scrape", () -> firstOrNull(numbers(monitoring.query("photofinish_build_info"))));

        assertThat(monitoring.firing("PhotofinishAnalyzerAbsent")).isEmpty();
        assertThat(monitoring.firing("PhotofinishAgentFailed")).isEmpty();
        assertThat(monitoring.firing("PhotofinishStreamLag")).isEmpty();
    }

    @Test
    void rules_areEvaluatedWithoutError() {
        List<JsonNode> rules =
                Await.value(PATIENCE, () -> "all rules to be evaluated, found " + monitoring.rules(), () -> {
                    List<JsonNode> found = monitoring.rules();
                    boolean evaluated = !found.isEmpty()
                            && found.stream()
                                    .noneMatch(
                                            rule -> rule.path("health").asText().equals("unknown"));
                    return evaluated ? found : null;
                });

        assertThat(rules).allMatch(rule -> rule.path("health").asText().equals("ok"));
    }

    @Test
    void healthcheckOfTheImage_followsTheAnalyzer() {
        Peer bash = Peer.required("bash", "Debian package bash");

        assertThat(bash.run(HEALTHCHECK, "healthcheck.sh", Integer.toString(analyzer.port()))
                        .exitCode())
                .isZero();
        assertThat(bash.run(HEALTHCHECK, "healthcheck.sh", "1").exitCode()).isNotZero();
    }

    static List<Dashboard.Query> queries() {
        return Dashboard.shipped().queries();
    }

    /** Ships one more chunk before each attempt, so that counters move. */
    private static <T> T awaitWhileShipping(Supplier<String> awaited, Supplier<@Nullable T> attempt) {
        return Await.value(PATIENCE, () -> awaited.get() + "; the analyzer said:\n" + analyzer.log(), () -> {
            shipped++;
            analyzer.ship(INSTANCE, SERVICE, shipped, SyntheticChunk.record(INSTANCE, SERVICE, shipped));
            return attempt.get();
        });
    }

    private static String substituted(String expression) {
        return expression
                .replace("$service", SERVICE)
                .replace("$__rate_interval", "15s")
                .replace("$__range", "1m")
                .replace("$budget", "1");
    }

    /** Values of a vector that are numbers. */
    private static List<Double> numbers(JsonNode result) {
        return Shipped.elements(result)
                .map(sample -> Double.parseDouble(sample.path("value").path(1).asText()))
                .filter(value -> !value.isNaN())
                .toList();
    }

    private static <T> @Nullable List<T> nullIfEmpty(List<T> found) {
        return found.isEmpty() ? null : found;
    }

    private static <T> @Nullable T firstOrNull(List<T> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    private static <T extends AutoCloseable> T opened(T resource) {
        OPEN.push(resource);
        return resource;
    }
}
