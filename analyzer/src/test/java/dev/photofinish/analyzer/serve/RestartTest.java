package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.analyzer.fixture.AgentScript;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final String FIELD = "com.acme.Shop.count";

    @Test
    void chunksThatWaited_areAnalysedAfterARestart(@TempDir Path dataDir) {
        Map<String, String> patient = Map.of("gapWaitSeconds", "3600");
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, patient)) {
            analyzer.post(3, RecordedChunk.withRace(JVM, 3, FIELD));
            analyzer.post(2, RecordedChunk.withRace(JVM, 2, FIELD));
        }

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, patient)) {
            assertThat(analyzer.post(2, RecordedChunk.withRace(JVM, 2, FIELD)).statusCode())
                    .isEqualTo(200);
            analyzer.post(1, RecordedChunk.withRace(JVM, 1, FIELD));

            analyzer.awaitChunks("analysed", 3);
            assertThat(observations(analyzer)).isEqualTo(3);
        }
    }

    @Test
    void chunksThatWereAnalysed_areNotAnalysedAgain(@TempDir Path dataDir) {
        RecordedChunk first = RecordedChunk.withRace(JVM, 1, FIELD);
        JsonNode before;
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, first);
            analyzer.awaitChunks("analysed", 1);
            before = analyzer.json("/api/v1/findings");
        }

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(analyzer.json("/api/v1/findings")).isEqualTo(before);
            assertThat(analyzer.post(1, first).statusCode()).isEqualTo(200);
            analyzer.post(2, RecordedChunk.withRace(JVM, 2, FIELD));
            analyzer.awaitChunks("analysed", 1);
            assertThat(observations(analyzer)).isEqualTo(2);
            assertThat(analyzer.chunks("missing")).isZero();
        }
    }

    @Test
    void openRaces_areExportedAfterARestart(@TempDir Path dataDir) {
        String series = "photofinish_races_open{grade=\"medium\",service=\"shop\"}";
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, RecordedChunk.withRace(JVM, 1, FIELD));
            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.metric(series)).isEqualTo(1);
        }

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(analyzer.metric(series)).isEqualTo(1);
        }
    }

    @Test
    void lossesOfTheAgent_areCountedOnceAcrossRestarts(@TempDir Path dataDir) {
        String series = "photofinish_events_lost_total{reason=\"spool\"}";
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, loss(5));
            analyzer.post(2, loss(7));
            analyzer.awaitChunks("analysed", 2);
            assertThat(analyzer.metric(series)).isEqualTo(7);
        }

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(3, loss(8));
            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.metric(series)).isEqualTo(1);
        }
    }

    @Test
    void lockOrdersSeenByTurns_areACycleAlsoWhereTheAnalyzerWasRestartedBetween(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, script(1, () -> AgentScript.lockOrderOfWriter(1)));
            analyzer.awaitChunks("analysed", 1);
        }
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(2, script(2, () -> AgentScript.lockOrderOfReader(2)));
            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.json("/api/v1/lock-order").path("lockOrder")).isEmpty();
        }
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(3, script(3, () -> AgentScript.lockOrderOfWriter(3)));
            analyzer.awaitChunks("analysed", 1);
            JsonNode cycle = analyzer.json("/api/v1/lock-order").at("/lockOrder/0");
            assertThat(cycle.path("grade").asText()).isEqualTo("medium");
            assertThat(cycle.at("/steps/0/thread").asText()).isEqualTo("writer");
            assertThat(cycle.at("/steps/1/thread").asText()).isEqualTo("reader");
            assertThat(cycle.at("/steps/1/held").asText()).isEqualTo("java.lang.String@58");
            assertThat(cycle.at("/steps/1/heldAt").asText()).isEqualTo("acme.Reader.swap:33");
            assertThat(cycle.at("/steps/1/acquiredAt").asText()).isEqualTo("acme.Writer.run:9");
        }
    }

    @Test
    void lockOrdersOfAnotherJvm_areNotThisOnes(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            analyzer.post(1, script(1, () -> AgentScript.lockOrderOfWriter(1)));
            analyzer.post(2, script(2, () -> AgentScript.lockOrderOfReader(2)));
            analyzer.awaitChunks("analysed", 2);
        }
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            String other = "99999999-2222-3333-4444-555555555555";
            analyzer.post(other, 1, RecordedChunk.of(() -> {
                RecordedChunk.status(other, "open");
                AgentScript.sites();
                AgentScript.lockOrderOfWriter(3);
                AgentScript.end(3);
            }));
            analyzer.awaitChunks("analysed", 1);
            assertThat(analyzer.json("/api/v1/lock-order").path("lockOrder")).isEmpty();
        }
    }

    @Test
    void whatACrashLeftInTheSpool_isCleanedUp(@TempDir Path dataDir) throws IOException {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(analyzer.get("/health/ready").statusCode()).isEqualTo(200);
        }
        Path half = Files.write(dataDir.resolve("spool/incoming/half.part"), new byte[10]);
        Path orphan = Files.write(dataDir.resolve("spool/waiting/" + JVM + "-9.jfr.gz"), new byte[10]);

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(half).doesNotExist();
            assertThat(orphan).doesNotExist();
            assertThat(analyzer.get("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void chunkWhoseFileIsGone_isFailedAndPassed(@TempDir Path dataDir) throws IOException {
        Map<String, String> patient = Map.of("gapWaitSeconds", "3600");
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, patient)) {
            analyzer.post(2, RecordedChunk.withRace(JVM, 2, FIELD));
        }
        Files.delete(dataDir.resolve("spool/waiting/" + JVM + "-2.jfr.gz"));

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, patient)) {
            analyzer.post(1, RecordedChunk.withRace(JVM, 1, FIELD));
            analyzer.awaitChunks("failed", 1);
            analyzer.post(3, RecordedChunk.withRace(JVM, 3, FIELD));
            analyzer.awaitChunks("analysed", 2);
        }
    }

    @Test
    void secondAnalyzerOnOneDirectory_isRefused(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThatThrownBy(() -> RunningAnalyzer.start(dataDir, Map.of()))
                    .isInstanceOf(StartException.class)
                    .hasMessage("dataDir " + dataDir + " is in use by another analyzer");
            assertThat(analyzer.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void portInUse_isOneSentenceAndLeavesNothingBehind(@TempDir Path dataDir) throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Map<String, String> options = Map.of("listen", "127.0.0.1:" + taken.getLocalPort());

            assertThatThrownBy(() -> RunningAnalyzer.start(dataDir, options))
                    .isInstanceOf(StartException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": the port is in use, or needs more rights");
        }

        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            assertThat(analyzer.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void dataDirThatIsAFile_isOneSentence(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertThatThrownBy(() -> RunningAnalyzer.start(file, Map.of()))
                .isInstanceOf(StartException.class)
                .hasMessage("dataDir " + file + ": expected a directory, found a file");
    }

    private static RecordedChunk script(long window, Runnable events) {
        return RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            AgentScript.sites();
            events.run();
            AgentScript.end(window);
        });
    }

    private static RecordedChunk loss(long total) {
        return RecordedChunk.of(() -> {
            RecordedChunk.status(JVM, "open");
            RecordedChunk.loss("spool", total);
        });
    }

    private static int observations(RunningAnalyzer analyzer) {
        return analyzer.json("/api/v1/findings").at("/findings/0/observations").asInt();
    }
}
