package dev.photofinish.analyzer.command;

import static dev.photofinish.analyzer.command.AnalyzeHarness.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.photofinish.analyzer.command.AnalyzeHarness.Outcome;
import dev.photofinish.analyzer.fixture.AgentScript;
import dev.photofinish.analyzer.fixture.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats for other tools: SARIF against its schema, STD against our own reader. */
class AnalyzeFormatsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;

    AnalyzeFormatsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void sarif_ofARace_passesTheSchemaAndNamesBothPlaces() throws Exception {
        JsonNode log = sarif(record(() -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1);
        }));
        JsonNode result = log.at("/runs/0/results/0");
        assertThat(result.at("/ruleId").asText()).isEqualTo("data-race");
        assertThat(result.at("/level").asText()).isEqualTo("warning");
        assertThat(result.at("/message/text").asText()).startsWith("Data race on acme.Box.value: ");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("acme/Writer.java");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(10);
        assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("acme/Reader.java");
        assertThat(result.at("/codeFlows/0/threadFlows")).hasSize(2);
        assertThat(result.at("/partialFingerprints").size()).isEqualTo(1);
    }

    @Test
    void sarif_withoutRaces_passesTheSchemaAndTellsWhatWasIncomplete() throws Exception {
        JsonNode log = sarif(record(() -> AgentScript.race(1)));
        assertThat(log.at("/runs/0/results")).isEmpty();
        assertThat(log.at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .contains("the recording ends inside the window");
    }

    @Test
    void std_exportedAndReadAgain_isTheSameRace() throws Exception {
        Path recording = record(() -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.race(1);
            AgentScript.end(1);
            AgentScript.ordered(2);
            AgentScript.end(2);
        });
        Outcome exported = run("analyze", "--format", "std", recording.toString());
        assertThat(exported.out())
                .startsWith("t1|w(acme.Box.value@1)|acme.Writer.run:10\nt2|r(acme.Box.value@1)|acme.Reader.get:20\n")
                .contains("w2t1|acq(e1)|0\nw2t1|rel(e1)|0\n", "w2t2|acq(e1)|0\nw2t2|rel(e1)|0\nw2t2|r(");
        JsonNode original = report(recording);
        JsonNode again = report(Files.writeString(directory.resolve("trace.std"), exported.out()));
        assertThat(original.get("races")).hasSize(1);
        assertThat(again.get("races")).hasSize(1);
        assertThat(again.at("/races/0/field")).isEqualTo(original.at("/races/0/field"));
        assertThat(again.at("/races/0/accesses/0/method")).isEqualTo(original.at("/races/0/accesses/0/method"));
        assertThat(again.at("/races/0/accesses/1/line")).isEqualTo(original.at("/races/0/accesses/1/line"));
    }

    @Test
    void std_racyTrace_failsOnRace() throws Exception {
        Path trace = Files.writeString(directory.resolve("trace.std"), "T1|w(x)|1\nT2|w(x)|2\n");
        assertThat(run("analyze", "--fail-on", "race", trace.toString()).code()).isEqualTo(1);
        Path ordered = Files.writeString(
                directory.resolve("ordered.std"), "T1|w(x)|1\nT1|fork(T2)|2\nT2|w(x)|3\nT1|join(T2)|4\nT1|r(x)|5\n");
        assertThat(run("analyze", "--fail-on", "race", ordered.toString()).code())
                .isZero();
    }

    @Test
    void std_unusable_endsWith2AndOneSentence() throws Exception {
        Path trace = Files.writeString(directory.resolve("bad.std"), "T1|w(x)|1\nT1|jump(x)|2\n");
        assertThat(run("analyze", trace.toString()))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "photofinish-analyzer: " + trace
                                + ": line 2: expected acq(x), rel(x), r(x), w(x), fork(x), join(x), begin or end, found"
                                + " \"jump(x)\"\n"));
        Path missing = directory.resolve("missing.std");
        assertThat(run("analyze", missing.toString()).err())
                .isEqualTo("photofinish-analyzer: " + missing + ": expected a trace, found nothing there\n");
    }

    @Test
    void suppressions_ofAFile_areCountedAndDoNotFail() throws Exception {
        Path trace =
                Files.writeString(directory.resolve("trace.std"), "T1|w(acme.Stats.hits)|1\nT2|w(acme.Stats.hits)|2\n");
        Path file = Files.writeString(directory.resolve("suppressions"), "acme.Stats.* # shown, never billed\n");
        Outcome outcome = run(
                "analyze",
                "--fail-on",
                "race",
                "--suppressions",
                file.toString(),
                "--format",
                "json",
                trace.toString());
        assertThat(outcome.code()).isZero();
        JsonNode report = JSON.readTree(outcome.out());
        assertThat(report.get("races")).isEmpty();
        assertThat(report.at("/suppressed/0/field").asText()).isEqualTo("acme.Stats.hits");
        assertThat(report.at("/suppressed/0/reason").asText()).isEqualTo("shown, never billed");
        assertThat(report.at("/suppressed/0/count").asInt()).isEqualTo(1);
        assertThat(run("analyze", "--suppressions", file.toString(), trace.toString())
                        .out())
                .contains("Suppressed: acme.Stats.hits (1 unordered pair, fingerprint ", "): shown, never billed");
        assertThat(run("analyze", "--suppressions", directory.resolve("none").toString(), trace.toString()))
                .satisfies(wrong -> assertThat(wrong.code()).isEqualTo(2))
                .satisfies(wrong -> assertThat(wrong.err()).contains("none: expected a file, found nothing there"));
    }

    @Test
    void suppressions_ofAnAnnotation_areCounted() throws Exception {
        JsonNode report = report(record(() -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.annotated("@RacyByDesign");
            AgentScript.race(1);
            AgentScript.end(1);
        }));
        assertThat(report.get("races")).isEmpty();
        assertThat(report.at("/suppressed/0/field").asText()).isEqualTo(AgentScript.FIELD);
        assertThat(report.at("/suppressed/0/reason").asText()).isEqualTo("annotated @RacyByDesign");
    }

    @Test
    void sarif_ofSuppressedRaces_saysWhoSuppressedThem() throws Exception {
        JsonNode annotated = sarif(record(() -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.annotated("@RacyByDesign");
            AgentScript.race(1);
            AgentScript.end(1);
        }));
        assertThat(annotated.at("/runs/0/results/0/suppressions/0/kind").asText())
                .isEqualTo("inSource");
        Path trace = Files.writeString(
                directory.resolve("trace.std"),
                "T1|w(acme.Stats.hits)|1\nT2|w(acme.Stats.hits)|2\nT1|w(acme.Stats.sold)|3\nT2|w(acme.Stats.sold)|4\n");
        Path file = Files.writeString(directory.resolve("suppressions"), "acme.Stats.hits # shown, never billed\n");
        JsonNode results =
                sarif("--suppressions", file.toString(), trace.toString()).at("/runs/0/results");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("suppressions")).isEmpty();
        assertThat(results.get(1).at("/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(results.get(1).at("/suppressions/0/justification").asText()).isEqualTo("shown, never billed");
    }

    private static JsonNode report(Path input) throws IOException {
        return JSON.readTree(
                run("analyze", "--format", "json", input.toString()).out());
    }

    private static JsonNode sarif(Path recording) throws IOException {
        return sarif(new String[] {recording.toString()});
    }

    private static JsonNode sarif(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("analyze", "--format", "sarif"));
        line.addAll(List.of(arguments));
        JsonNode log = JSON.readTree(run(line.toArray(new String[0])).out());
        assertThat(schema().validate(log)).isEmpty();
        return log;
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = AnalyzeFormatsTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(schema));
        }
    }

    private Path record(Recorder.Work work) throws Exception {
        Path file = directory.resolve("run.jfr");
        Recorder.record(file, work);
        return file;
    }
}
