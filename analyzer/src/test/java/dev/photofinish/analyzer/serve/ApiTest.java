package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.analyzer.fixture.AgentScript;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private final TestClock clock = new TestClock();

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunningAnalyzer analyzer;

    @BeforeEach
    void start(@TempDir Path dataDir) {
        analyzer = RunningAnalyzer.start(dataDir, clock, Map.of());
    }

    @AfterEach
    void stop() {
        analyzer.close();
    }

    @Test
    void findings_areFilteredAndPaged() {
        analyzer.post(1, RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            RecordedChunk.race(1, "com.acme.Shop.a", "w", "r");
        }));
        analyzer.post(2, RecordedChunk.of(() -> RecordedChunk.race(2, "com.acme.Shop.b", "w", "r")));
        analyzer.post(3, RecordedChunk.of(() -> RecordedChunk.race(3, "com.acme.Shop.b", "w", "r")));
        analyzer.awaitChunks("analysed", 3);

        assertThat(fields("")).containsExactly("com.acme.Shop.b", "com.acme.Shop.a");
        assertThat(fields("?grade=high")).containsExactly("com.acme.Shop.b");
        assertThat(fields("?grade=low")).isEmpty();
        assertThat(fields("?state=acknowledged")).isEmpty();
        assertThat(fields("?service=shop&state=open&pageSize=1&page=2")).containsExactly("com.acme.Shop.a");
        assertThat(fields("?service=till")).isEmpty();
        assertThat(analyzer.json("/api/v1/findings?pageSize=1").path("total").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grade=severe | parameter grade: expected one of low, medium, high, found \"severe\"",
                "state=closed | parameter state: expected one of open, acknowledged, resolved, regressed, found \"closed\"",
                "page=0       | parameter page: expected a number from 1 to 100000, found \"0\"",
                "pageSize=x   | parameter pageSize: expected a number from 1 to 500, found \"x\"",
                "sort=age     | unknown parameter \"sort\": expected one of grade, page, pageSize, service, state"
            })
    void wrongParameter_isNamed(String query, String sentence) {
        HttpResponse<String> answer = analyzer.get("/api/v1/findings?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(analyzer.tree(answer).path("error").asText()).isEqualTo(sentence);
    }

    @Test
    void finding_hasAnAddress() {
        JsonNode finding = aFinding();

        assertThat(analyzer.json("/api/v1/findings/" + finding.path("id").asText()))
                .isEqualTo(finding);
        HttpResponse<String> unknown = analyzer.get("/api/v1/findings/nothing");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"error\":\"there is no finding of this id\"}");
    }

    @Test
    void acknowledgedFinding_isNotOpenUntilItsTime() {
        String id = aFinding().path("id").asText();
        Instant until = clock.instant().plus(Duration.ofDays(7));

        HttpResponse<String> answer = acknowledge(
                id, "{\"by\": \"ann\", \"reason\": \"a statistics counter\", \"until\": \"" + until + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode finding = analyzer.tree(answer);
        assertThat(finding.path("state").asText()).isEqualTo("acknowledged");
        assertThat(finding.at("/acknowledgement/by").asText()).isEqualTo("ann");
        String open = "photofinish_races_open{grade=\"medium\",service=\"shop\"}";
        assertThat(analyzer.metric(open)).isZero();
        assertThat(analyzer.get("/metrics").body()).doesNotContain("photofinish_race_info{");

        clock.advance(Duration.ofDays(8));

        assertThat(analyzer.json("/api/v1/findings/" + id).path("state").asText())
                .isEqualTo("open");
        assertThat(analyzer.metric(open)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                           | until: expected a text, found none",
                "{\"until\": \"tomorrow\"}                                    | until: expected a time like 2027-01-31T00:00:00Z",
                "{\"until\": \"2001-01-01T00:00:00Z\"}                        | until: expected a time to come, found 2001-01-01T00:00:00Z",
                "{\"until\": \"2901-01-01T00:00:00Z\"}                        | by: expected a text, found none",
                "{\"until\": \"2901-01-01T00:00:00Z\", \"by\": \"a\"}         | reason: expected a text, found none",
                "{\"till\": 1}                                                | the body: expected {\"by\": …, \"reason\": …, \"until\": …}, found no such JSON object",
                "[[[                                                          | the body: expected {\"by\": …, \"reason\": …, \"until\": …}, found no such JSON object"
            })
    void wrongAcknowledgement_isExplained(String body, String sentence) {
        HttpResponse<String> answer = acknowledge(aFinding().path("id").asText(), body);

        assertThat(analyzer.tree(answer).path("error").asText()).isEqualTo(sentence);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void acknowledgementAsAForm_isRefused() {
        HttpRequest request = HttpRequest.newBuilder(analyzer.uri("/api/v1/findings/x/acknowledge"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(analyzer.send(request).statusCode()).isEqualTo(415);
    }

    @Test
    void acknowledgementThatIsTooLarge_isRefused() {
        assertThat(acknowledge("x", "{\"by\": \"" + "a".repeat(20_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void waitsForMonitors_areListedWithTheirHolder() {
        analyzer.post(1, RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            ContendedMonitor.waitOnce("patient-holder");
        }));
        analyzer.awaitChunks("analysed", 1);

        JsonNode place = analyzer.json("/api/v1/contention?service=shop")
                .path("contention")
                .valueStream()
                .filter(row -> row.path("lockClass").asText().endsWith("ContendedMonitor$Lock"))
                .findFirst()
                .orElseThrow();
        assertThat(place.path("source").asText()).isEqualTo("jfr");
        assertThat(place.path("thresholdNanos").asLong()).isEqualTo(10_000_000);
        assertThat(place.path("kind").asText()).isEqualTo("monitor");
        assertThat(place.path("waits").asLong()).isEqualTo(1);
        assertThat(place.path("site").asText()).contains("ContendedMonitor.enter");
        assertThat(place.at("/holders/0/thread").asText()).isEqualTo("patient-holder");
        assertThat(analyzer.get("/metrics").body())
                .contains("photofinish_lock_wait_seconds_count{kind=\"monitor\",lock_class=\""
                        + place.path("lockClass").asText() + "\",service=\"shop\",site=\""
                        + place.path("site").asText() + "\"} 1");
        assertThat(openMetrics())
                .contains(" # {contention=\"" + place.path("id").asText() + "\"} ");
    }

    @Test
    void locksInDifferentOrders_areListedCountedAndShown() {
        analyzer.post(1, RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            AgentScript.sites();
            AgentScript.lockOrder(1);
            AgentScript.end(1);
        }));
        analyzer.awaitChunks("analysed", 1);

        JsonNode cycle = analyzer.json("/api/v1/lock-order?service=shop").at("/lockOrder/0");
        assertThat(cycle.path("grade").asText()).isEqualTo("high");
        assertThat(cycle.path("count").asLong()).isEqualTo(1);
        assertThat(cycle.at("/steps/0/thread").asText()).isEqualTo("writer");
        assertThat(cycle.at("/steps/0/held").asText()).isEqualTo("java.lang.Object@4d");
        assertThat(cycle.at("/steps/1/acquiredAt").asText()).isEqualTo("acme.Writer.run:9");
        assertThat(analyzer.metric("photofinish_lock_order_cycles{grade=\"high\",service=\"shop\"}"))
                .isEqualTo(1);
        assertThat(analyzer.get("/").body())
                .contains(
                        "Deadlocks and lock order", "Object@4d → String@58", "while it holds ", "acme.Reader.swap:33");
        assertThat(analyzer.json("/api/v1/lock-order?service=till").path("lockOrder"))
                .isEmpty();
    }

    @Test
    void deadlocks_areListedWithTheThreadsThatWait() {
        analyzer.post(1, RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            AgentScript.deadlock();
        }));
        analyzer.awaitChunks("analysed", 1);

        JsonNode cycle = analyzer.json("/api/v1/lock-order").at("/lockOrder/0");
        assertThat(cycle.path("happened").asBoolean()).isTrue();
        assertThat(cycle.at("/steps/1/thread").asText()).isEqualTo("reader");
        assertThat(analyzer.metric("photofinish_deadlocked_threads{service=\"shop\"}"))
                .isEqualTo(2);
        assertThat(analyzer.get("/").body()).contains("A deadlock: each thread waits for the next, for ever.");
    }

    @Test
    void handoffs_areListedWithTheirHolder() {
        analyzer.post(1, RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            RecordedChunk.handoff(1, Duration.ofMillis(20), Duration.ofMillis(30));
        }));
        analyzer.awaitChunks("analysed", 1);

        JsonNode place = analyzer.json("/api/v1/contention").at("/contention/0");
        assertThat(place.path("source").asText()).isEqualTo("handoff");
        assertThat(place.path("waitNanos").asLong()).isEqualTo(20_000_000);
        assertThat(place.path("holdNanos").asLong()).isEqualTo(30_000_000);
        assertThat(place.at("/holders/0/site").asText()).isEqualTo("com.acme.Shop.lock:30");
        double ratio = place.at("/estimate/samplingRatio").asDouble();
        assertThat(ratio).isGreaterThan(0).isLessThanOrEqualTo(1);
        assertThat(place.at("/estimate/waitNanos").asLong()).isEqualTo(Math.round(20_000_000 / ratio));
        assertThat(analyzer.get("/").body()).contains("of the time. Estimated for all of it: ");
        assertThat(analyzer.metric("photofinish_lock_handoffs_total{kind=\"monitor\",lock_class=\"java.lang.Object\","
                        + "service=\"shop\",site=\"com.acme.Shop.lock:28\"}"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detached", "ended"})
    void agentThatSaidThatItEnds_isNeverCalledSilent(String last) {
        analyzer.post(1, RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "woven");
            RecordedChunk.status(JVM, last);
        }));
        analyzer.awaitChunks("analysed", 1);
        String series = "photofinish_agents{service=\"shop\",state=\"" + last + "\"}";
        assertThat(analyzer.metric(series)).isEqualTo(1);
        assertThat(analyzer.get("/metrics").body()).doesNotContain("photofinish_agent_overhead_ratio{");

        clock.advance(Duration.ofSeconds(61));

        assertThat(analyzer.json("/api/v1/agents").at("/agents/0/state").asText())
                .isEqualTo(last);
        assertThat(analyzer.metric(series)).isEqualTo(1);
        assertThat(analyzer.get("/").body()).contains("<span class=\"agent " + last + "\">" + last);

        clock.advance(Duration.ofMinutes(10));

        assertThat(analyzer.json("/api/v1/agents").path("agents")).isEmpty();
    }

    @Test
    void agentThatFellSilent_isCalledSilentAndThenGone() {
        analyzer.post(1, RecordedChunk.of(() -> RecordedChunk.status(JVM, "woven")));
        analyzer.awaitChunks("analysed", 1);
        assertThat(analyzer.json("/api/v1/agents").at("/agents/0/state").asText())
                .isEqualTo("woven");
        assertThat(analyzer.metric("photofinish_agents{service=\"shop\",state=\"woven\"}"))
                .isEqualTo(1);

        clock.advance(Duration.ofSeconds(61));

        assertThat(analyzer.json("/api/v1/agents").at("/agents/0/state").asText())
                .isEqualTo("silent");
        assertThat(analyzer.metric("photofinish_agents{service=\"shop\",state=\"silent\"}"))
                .isEqualTo(1);
        assertThat(analyzer.get("/metrics").body()).doesNotContain("photofinish_agent_overhead_ratio{");

        clock.advance(Duration.ofMinutes(10));

        assertThat(analyzer.json("/api/v1/agents").path("agents")).isEmpty();
    }

    @Test
    void unknownAddress_isOneSentence() {
        HttpResponse<String> answer = analyzer.get("/api/v2/findings");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(analyzer.tree(answer).path("error").asText()).startsWith("there is nothing at this address");
    }

    @Test
    void wrongMethod_isOneSentence() {
        HttpRequest request = HttpRequest.newBuilder(analyzer.uri("/api/v1/findings"))
                .DELETE()
                .build();

        HttpResponse<String> answer = analyzer.send(request);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).startsWith("{\"error\":\"");
    }

    @Test
    void metrics_areOpenMetricsOnRequest() {
        HttpResponse<String> answer =
                analyzer.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
        assertThat(answer.body()).endsWith("# EOF\n");
    }

    @Test
    void openMetrics_haveTheFindingBesideTheCounterOfItsObservations() {
        String id = aFinding().path("id").asText();

        assertThat(openMetrics().lines().filter(line -> line.startsWith("photofinish_race_observations_total{")))
                .hasSizeGreaterThan(1)
                .filteredOn(line -> !line.contains("} 0.0"))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains(" # {finding=\"" + id + "\"} 1.0 ");
    }

    private String openMetrics() {
        return analyzer.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0")
                .body();
    }

    private JsonNode aFinding() {
        analyzer.post(1, RecordedChunk.withRace(JVM, 1, "com.acme.Shop.count"));
        analyzer.awaitChunks("analysed", 1);
        return analyzer.json("/api/v1/findings").at("/findings/0");
    }

    private HttpResponse<String> acknowledge(String id, String body) {
        return analyzer.send(HttpRequest.newBuilder(analyzer.uri("/api/v1/findings/" + id + "/acknowledge"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private List<String> fields(String query) {
        return analyzer.json("/api/v1/findings" + query).path("findings").findValuesAsText("field");
    }
}
