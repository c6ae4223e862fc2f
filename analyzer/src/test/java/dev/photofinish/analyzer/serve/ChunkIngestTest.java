package dev.photofinish.analyzer.serve;

import static dev.photofinish.analyzer.serve.RunningAnalyzer.JVM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkIngestTest {
    @Test
    void chunkWithRace_becomesFinding(@TempDir Path dataDir) {
        try (RunningAnalyzer analyzer = RunningAnalyzer.start(dataDir, Map.of())) {
            HttpResponse<String> answer = analyzer.post(1, RecordedChunk.withRace(JVM, 1, "com.acme.Shop.count"));

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"accepted\":true}");
            analyzer.awaitChunks("analysed", 1);
            JsonNode findings = analyzer.json("/api/v1/findings");
            System.out.println(findings.toPrettyString());
            System.out.println(analyzer.get("/metrics").body());
            System.out.println(analyzer.json("/api/v1/agents").toPrettyString());
            assertThat(findings.path("total").asInt()).isEqualTo(1);
        }
    }
}
