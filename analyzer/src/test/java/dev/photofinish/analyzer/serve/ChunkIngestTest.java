package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkIngestTest {
    private static final String FIELD = "com.acme.Shop.count";

    @Test
    void chunkWithRace_becomesFinding(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            HttpResponse<String> answer = analyzer.post(1, RecordedChunk.withRace(JVM, 1, FIELD));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"accepted\":true}");
            analyzer.awaitChunks("analysed", 1);
            JsonNode finding =
                    analyzer.json("/api/v1/findings").path("findings").path(0);
            assertThat(finding.path("field").asText()).isEqualTo(FIELD);
            assertThat(finding.path("service").asText()).isEqualTo("shop");
            assertThat(finding.path("grade").asText()).isEqualTo("medium");
            assertThat(finding.path("accesses"))
                    .extracting(access -> access.path("thread").asText())
                    .containsExactlyInAnyOrder("worker-1", "worker-2");
        }
    }

    @Test
    void sameChunkTwice_isAnalysedOnce(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            RecordedChunk chunk = RecordedChunk.withRace(JVM, 1, FIELD);
            analyzer.post(1, chunk);
            analyzer.awaitChunks("analysed", 1);

            HttpResponse<String> again = analyzer.post(1, chunk);

            assertThat(again.statusCode()).isEqualTo(200);
            JsonNode answer = analyzer.tree(again);
            assertThat(answer.path("accepted").asBoolean(true)).isFalse();
            assertThat(answer.path("duplicate").asBoolean(false)).isTrue();
            analyzer.post(2, RecordedChunk.of(() -> RecordedChunk.status(JVM, "asleep")));
            analyzer.awaitChunks("analysed", 2);
            assertThat(analyzer.json("/api/v1/findings")
                            .at("/findings/0/observations")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void sameChunkManyTimesAtOnce_isAcceptedOnce(@TempDir Path dataDir) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            RecordedChunk chunk = RecordedChunk.withRace(JVM, 1, FIELD);
            List<Callable<Integer>> posts = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                posts.add(() -> analyzer.post(1, chunk).statusCode());
            }

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : senders.invokeAll(posts)) {
                statuses.add(status.get());
            }

            assertThat(statuses).containsOnly(200, 202).containsOnlyOnce(202);
            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.json("/api/v1/findings")
                            .at("/findings/0/observations")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void chunksOutOfOrder_areAnalysedInOrder(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of("gapWaitSeconds", "3600"))) {
            analyzer.post(3, RecordedChunk.of(() -> RecordedChunk.status(JVM, "asleep")));
            analyzer.post(2, RecordedChunk.of(() -> RecordedChunk.status(JVM, "open")));
            assertThat(analyzer.json("/api/v1/agents")
                            .at("/agents/0/waitingChunks")
                            .asInt())
                    .isEqualTo(2);

            analyzer.post(1, RecordedChunk.of(() -> RecordedChunk.status(JVM, "woven")));

            analyzer.awaitChunks("analysed", 3);
            JsonNode agent = analyzer.json("/api/v1/agents").at("/agents/0");
            assertThat(agent.path("state").asText()).isEqualTo("asleep");
            assertThat(agent.path("nextSequence").asInt()).isEqualTo(4);
            assertThat(analyzer.chunks("missing")).isZero();
        }
    }

    @Test
    void missingChunk_isPassedAndCountedAndThenLate(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of("gapWaitSeconds", "1"))) {
            analyzer.post(1, RecordedChunk.withRace(JVM, 1, FIELD));
            analyzer.post(4, RecordedChunk.withRace(JVM, 2, FIELD));

            analyzer.awaitChunks("analysed", 2);

            assertThat(analyzer.chunks("missing")).isEqualTo(2);
            HttpResponse<String> late = analyzer.post(2, RecordedChunk.withRace(JVM, 3, FIELD));
            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(analyzer.tree(late).path("late").asBoolean()).isTrue();
            assertThat(analyzer.chunks("late")).isEqualTo(1);
        }
    }

    @Test
    void corruptChunk_isSetAsideAndDoesNotStopTheInstance(@TempDir Path dataDir) throws Exception {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            RecordedChunk chunk = RecordedChunk.withRace(JVM, 1, FIELD);

            assertThat(analyzer.post(1, chunk.damaged()).statusCode()).isEqualTo(202);
            assertThat(analyzer.post(2, chunk).statusCode()).isEqualTo(202);

            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.chunks("corrupt")).isEqualTo(1);
            assertThat(analyzer.json("/api/v1/findings").path("total").asInt()).isEqualTo(1);
            try (Stream<Path> aside = Files.list(dataDir.resolve("spool/corrupt"))) {
                assertThat(aside).hasSize(1);
            }
            RunningAnalyzer.await("an empty spool", () -> files(dataDir.resolve("spool/waiting")) == 0);
        }
    }

    @Test
    void twoChunksInOneBody_areBothAnalysed(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            byte[] one = RecordedChunk.withRace(JVM, 1, FIELD).bytes();
            byte[] other = RecordedChunk.withRace(JVM, 2, "com.acme.Shop.total").bytes();
            byte[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);

            analyzer.send(analyzer.chunk(JVM, 1, RecordedChunk.gzip(both)).build());

            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.json("/api/v1/findings").path("total").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Photofinish-Instance | ''         | header Photofinish-Instance: expected a UUID, found \"\"",
                "Photofinish-Instance | ../../etc  | header Photofinish-Instance: expected a UUID, found \"../../etc\"",
                "Photofinish-Sequence | 0          | header Photofinish-Sequence: expected a number from 1, found \"0\"",
                "Photofinish-Sequence | -1         | header Photofinish-Sequence: expected a number from 1, found \"-1\"",
                "Photofinish-Sequence | 1e3        | header Photofinish-Sequence: expected a number from 1, found \"1e3\"",
                "Photofinish-Service  | ''         | header Photofinish-Service: expected a name of 1 to 128 printable ASCII characters, found \"\"",
                "Content-Encoding     | br         | header Content-Encoding: expected gzip, found \"br\"",
                "Content-Type         | text/plain | header Content-Type: expected application/octet-stream, found \"text/plain\""
            })
    void wrongHeader_isNamed(String header, String value, String sentence, @TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            HttpRequest request = analyzer.chunk(JVM, 1, RecordedChunk.gzip(new byte[100]))
                    .setHeader(header, value)
                    .build();

            assertRefused(analyzer.send(request), 400, sentence);
            assertThat(analyzer.chunks("invalid")).isEqualTo(1);
        }
    }

    @Test
    void missingHeader_isNamed(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            HttpRequest request = HttpRequest.newBuilder(analyzer.uri("/api/v1/chunks"))
                    .POST(BodyPublishers.ofByteArray(new byte[1000]))
                    .build();

            assertRefused(analyzer.send(request), 400, "header Photofinish-Instance: expected a UUID, found none");
        }
    }

    @Test
    void bodyThatIsNoChunk_isRefusedWithTheReason(@TempDir Path dataDir) {
        byte[] chunk = RecordedChunk.withRace(JVM, 1, FIELD).gzip();
        byte[] tail = Arrays.copyOf(chunk, chunk.length + 10);
        byte[] version9 = RecordedChunk.withRace(JVM, 1, FIELD).bytes();
        version9[5] = 9;
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertRefused(
                    body(
                            analyzer,
                            RecordedChunk.gzip(
                                    "PK\3\4 not a recording".repeat(9).getBytes(StandardCharsets.UTF_8))),
                    400,
                    "not a JFR chunk: expected the magic FLR\\0 at byte 0");
            assertRefused(
                    body(analyzer, RecordedChunk.gzip("FLR\0".getBytes(StandardCharsets.UTF_8))),
                    400,
                    "not a JFR chunk: expected a header of 68 bytes, found only 4");
            assertRefused(
                    body(analyzer, RecordedChunk.gzip(version9)),
                    400,
                    "not a JFR chunk that can be read: expected version 1 or 2, found 9");
            assertRefused(body(analyzer, new byte[0]), 400, "the body is no whole gzip stream");
            assertRefused(
                    body(analyzer, "plain".getBytes(StandardCharsets.UTF_8)), 400, "the body is no whole gzip stream");
            assertRefused(
                    body(analyzer, Arrays.copyOf(chunk, chunk.length - 20)), 400, "the body is no whole gzip stream");
            assertRefused(body(analyzer, tail), 400, "the body has bytes after the end of its gzip stream");
            assertThat(analyzer.chunks("invalid")).isEqualTo(7);
            assertThat(files(dataDir.resolve("spool/incoming"))).isZero();
        }
    }

    @Test
    void chunkOverTheLimit_isTooLargeHoweverItIsSent(@TempDir Path dataDir) {
        byte[] bytes = RecordedChunk.withRace(JVM, 1, FIELD).bytes();
        byte[] large = Arrays.copyOf(bytes, 70_000);
        byte[] incompressible = new byte[300_000];
        new Random(1).nextBytes(incompressible);
        System.arraycopy(bytes, 0, incompressible, 0, 68);
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of("maxChunkBytes", "65536"))) {
            String sentence = "the chunk is larger than maxChunkBytes, which is 65536";

            assertRefused(body(analyzer, RecordedChunk.gzip(large)), 413, sentence);
            assertRefused(body(analyzer, RecordedChunk.gzip(incompressible)), 413, sentence);
            HttpRequest unannounced = analyzer.chunk(JVM, 1, new byte[0])
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(RecordedChunk.gzip(incompressible))))
                    .build();
            assertRefused(analyzer.send(unannounced), 413, sentence);
            assertThat(analyzer.chunks("too_large")).isEqualTo(3);
        }
    }

    @Test
    void decompressionBomb_isRefusedBeforeItIsInflated(@TempDir Path dataDir) {
        byte[] bomb = Arrays.copyOf(RecordedChunk.withRace(JVM, 1, FIELD).bytes(), 60 << 20);
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertRefused(
                    body(analyzer, RecordedChunk.gzip(bomb)),
                    400,
                    "decompression bomb: the body expands more than 200 times");
        }
    }

    @Test
    void fullQueue_refusesUntilThereIsRoom(@TempDir Path dataDir) {
        Map<String, String> options =
                Map.of("maxChunkBytes", "262144", "queueMaxBytes", "262144", "gapWaitSeconds", "3600");
        String other = "99999999-2222-3333-4444-555555555555";
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, options)) {
            RecordedChunk chunk = RecordedChunk.of(() -> RecordedChunk.status(JVM, "asleep"));
            HttpResponse<String> own = fill(analyzer, JVM, chunk);
            assertThat(own.statusCode()).isEqualTo(429);
            assertThat(own.headers().firstValue("Retry-After")).hasValue("5");

            HttpResponse<String> all = fill(analyzer, other, chunk);
            if (all.statusCode() == 429) {
                all = fill(analyzer, "88888888-2222-3333-4444-555555555555", chunk);
            }

            assertRefused(all, 503, "the queue is full: ");
            assertThat(all.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(analyzer.chunks("refused")).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void tooManyInstances_areRefused(@TempDir Path dataDir) {
        Map<String, String> options = Map.of("maxInstances", "1", "gapWaitSeconds", "3600");
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, options)) {
            RecordedChunk chunk = RecordedChunk.of(() -> RecordedChunk.status(JVM, "asleep"));
            analyzer.post(2, chunk);

            assertRefused(
                    analyzer.post("99999999-2222-3333-4444-555555555555", 1, chunk),
                    429,
                    "chunks of 1 instances, which is maxInstances, are being analysed");
        }
    }

    @Test
    void windowThatNeverEnds_isIncompleteOnceTheInstanceIsSilent(@TempDir Path dataDir) {
        TestClock clock = new TestClock();
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, clock, Map.of())) {
            analyzer.post(1, RecordedChunk.of(() -> {
                RecordedChunk.status(JVM, "open");
                RecordedChunk.halfAWindow(1);
            }));
            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.metric("photofinish_windows_total{outcome=\"incomplete\"}"))
                    .isZero();

            clock.advance(Duration.ofMinutes(11));

            RunningAnalyzer.await(
                    "the window to be given up",
                    () -> analyzer.metric("photofinish_windows_total{outcome=\"incomplete\"}") == 1);
            assertThat(analyzer.post(2, RecordedChunk.withRace(JVM, 2, FIELD)).statusCode())
                    .isEqualTo(202);
            analyzer.awaitChunks("analysed", 2);
        }
    }

    /** Sends chunks behind a missing one until one is refused. */
    private static HttpResponse<String> fill(RunningAnalyzer analyzer, String instance, RecordedChunk chunk) {
        for (int sequence = 2; sequence < 15; sequence++) {
            HttpResponse<String> answer = analyzer.post(instance, sequence, chunk);
            if (answer.statusCode() != 202) {
                return answer;
            }
        }
        throw new AssertionError("13 chunks of " + chunk.gzip().length + " bytes found room");
    }

    private static HttpResponse<String> body(RunningAnalyzer analyzer, byte[] body) {
        return analyzer.send(analyzer.chunk(JVM, 1, body).build());
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.body())
                .startsWith("{\"error\":\"")
                .contains(sentence.replace("\\", "\\\\").replace("\"", "\\\""));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    private static long files(Path directory) {
        String[] names = directory.toFile().list();
        return names == null ? 0 : names.length;
    }
}
