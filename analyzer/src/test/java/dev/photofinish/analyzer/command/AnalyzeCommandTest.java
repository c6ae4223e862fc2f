package dev.photofinish.analyzer.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photofinish.analyzer.command.AnalyzeHarness.Outcome;
import dev.photofinish.analyzer.fixture.AgentScript;
import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.fixture.ContentionProgram;
import dev.photofinish.analyzer.fixture.Recorder;
import dev.photofinish.analyzer.fixture.Recorder.Work;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    private final Path directory;

    AnalyzeCommandTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void analyze_racyRecording_tellsThePersonEverything() throws Exception {
        Outcome outcome = analyze(racy("run.jfr", "i-1", 1));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Race 1: acme.Box.value (medium)",
                        "read  in acme.Reader.get:20 by thread \"virtual thread 32\", holding no lock",
                        "(no stack was taken)",
                        "write in acme.Writer.run:10 by thread \"writer\", holding java.lang.Object@3"
                                + " (acquired at acme.Writer.run:9)",
                        "- No synchronization orders the read in acme.Reader.get:20 and the write in"
                                + " acme.Writer.run:10.",
                        "; 1 window (0 incomplete, 0 warm-up), ")
                .containsPattern("(?m)^1 race, \\d+ contended places?; ");
    }

    @Test
    void analyze_locksThatAreNotKnown_areNotSaidToBeNone() throws Exception {
        Outcome outcome = analyze(record("run.jfr", () -> {
            AgentScript.status("i-1");
            AgentScript.sites();
            AgentScript.raceOfUnknownLocks(1);
            AgentScript.end(1);
        }));
        assertThat(outcome.out())
                .contains(
                        "write in acme.Writer.run:10 by thread \"writer\", whose locks are not known",
                        "read  in acme.Reader.get:20 by thread \"virtual thread 32\", holding no lock");
    }

    @Test
    void analyze_failOnRace_endsWith1OnlyWhereThereIsOne() throws Exception {
        Path racy = racy("racy.jfr", "i-1", 1);
        Path clean = record("clean.jfr", () -> {
            AgentScript.sites();
            AgentScript.ordered(1);
            AgentScript.end(1);
        });
        assertThat(run("analyze", "--fail-on", "race", racy.toString()).code()).isEqualTo(1);
        assertThat(run("analyze", racy.toString()).code()).isZero();
        Outcome outcome = run("analyze", "--fail-on=race", clean.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("0 races");
    }

    @Test
    void analyze_json_isOneObjectAndNothingElse() throws Exception {
        Outcome outcome =
                run("analyze", "--format", "json", racy("run.jfr", "i-1", 1).toString());
        JsonNode report = new JsonMapper().readTree(outcome.out());
        assertThat(report.get("windows").asInt()).isEqualTo(1);
        assertThat(report.get("incomplete").asInt()).isZero();
        assertThat(report.get("partial").asInt()).isZero();
        assertThat(report.get("lost").asLong()).isZero();
        assertThat(report.get("events").asLong()).isGreaterThanOrEqualTo(12);
        JsonNode race = report.get("races").get(0);
        assertThat(race.get("field").asText()).isEqualTo("acme.Box.value");
        assertThat(race.get("grade").asText()).isEqualTo("medium");
        assertThat(race.at("/accesses/0/class").asText()).isEqualTo("acme.Reader");
        assertThat(race.at("/accesses/1/locks/0/lockClass").asText()).isEqualTo("java.lang.Object");
        assertThat(report.get("lockOrder")).isEmpty();
        assertThat(report.get("atomicity")).isEmpty();
    }

    @Test
    void analyze_locksInDifferentOrders_tellsWhoHoldsAndTakesWhat() throws Exception {
        Path file = record("order.jfr", () -> {
            AgentScript.sites();
            AgentScript.lockOrder(1);
            AgentScript.end(1);
        });
        assertThat(analyze(file).out())
                .contains(
                        "Lock order 1: 2 locks are taken in different orders (high): a deadlock when the threads meet",
                        "thread \"writer\" holds java.lang.Object@4d (taken at acme.Writer.run:9) and takes"
                                + " java.lang.String@58 at acme.Reader.swap:33",
                        "thread \"reader\" holds java.lang.String@58 (taken at acme.Reader.swap:33) and takes"
                                + " java.lang.Object@4d at acme.Writer.run:9",
                        "in 1 window, fingerprint ");
        assertThat(run("analyze", "--fail-on", "race", file.toString()).code()).isZero();
        assertThat(run("analyze", "--fail-on", "race,lock-order", file.toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void analyze_deadlock_tellsWhoWaitsForWhom() throws Exception {
        Path file = record("deadlock.jfr", () -> {
            AgentScript.status("i-1");
            AgentScript.deadlock();
        });
        assertThat(analyze(file).out())
                .contains(
                        "Lock order 1: a deadlock of 2 threads (high)",
                        "thread \"writer\" holds acme.A@a (taken at acme.Writer.run:4) and waits for acme.B@b at"
                                + " acme.Writer.lock:9",
                        "at acme.Writer.run:5",
                        "thread \"reader\" holds acme.B@b and waits for acme.A@a at acme.Reader.swap:33");
    }

    @Test
    void analyze_recordingWithoutAgent_tellsContentionAndThatItCannotTellRaces() throws Exception {
        Path file = directory.resolve("stock.jfr");
        ContentionProgram.main(new String[] {file.toString()});
        Outcome outcome = analyze(file);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "Contention, by time waited",
                        "java.util.concurrent.locks.ReentrantLock (lock, jfr)",
                        "held by \"holder\" (1)",
                        "The recording was made without the Photofinish agent: nothing can be said about races");
    }

    @Test
    void analyze_recordingWithoutStacks_saysThatPlacesAreNotKnown() throws Exception {
        Path file = directory.resolve("no-stacks.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaMonitorEnter").withoutStackTrace().withoutThreshold();
            recording.start();
            ContentionProgram.contendForAMonitor();
            recording.stop();
            recording.dump(file);
        }
        assertThat(analyze(file).out())
                .contains(
                        "dev.photofinish.analyzer.fixture.ContentionProgram$Monitor (monitor, jfr)",
                        "waiting in unknown",
                        "held by \"holder\" (1)")
                .containsPattern("Of \\d+ waits? the recording has no stack: their place is unknown\\.");
    }

    @Test
    void analyze_thresholdsOfWaitsThatRise_saysWhichWaitsAreMissingAlwaysAndAtTimes() throws Exception {
        Path file = directory.resolve("rising.jfr");
        Recorder.record(
                file,
                () -> AgentScript.status("i-1", 10_000_000, 20_000_000),
                () -> AgentScript.status("i-1", 90_000_000, 20_000_000));
        assertThat(analyze(file).out())
                .contains("Not in the recording, but for windows: jdk.JavaMonitorEnter shorter than 10.0 ms (at times"
                        + " 90.0 ms), jdk.ThreadPark shorter than 20.0 ms.");
    }

    @Test
    void analyze_incompleteWindow_saysWhy() throws Exception {
        Outcome outcome = analyze(record("run.jfr", () -> AgentScript.race(1)));
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "1 incomplete window: the recording ends inside the window",
                        "; 1 window (1 incomplete, 0 warm-up)")
                .containsPattern("(?m)^0 races, ");
    }

    @Test
    void analyze_lossesOfTheAgent_areSummedOverInstancesAndNamed() throws Exception {
        record("a.jfr", () -> {
            AgentScript.status("i-1");
            AgentScript.loss("table full", 2);
            AgentScript.loss("table full", 5);
        });
        record("b.jfr", () -> {
            AgentScript.status("i-2");
            AgentScript.loss("table full", 4);
        });
        assertThat(analyze(directory).out()).contains("lost: 9 (table full)", "9 lost");
    }

    @Test
    void analyze_directoryOfTwoInstances_keepsTheirWindowsApart() throws Exception {
        racy("a.jfr", "i-1", 1);
        racy("b.jfr", "i-2", 1);
        Outcome outcome = run("analyze", "--format", "json", directory.toString());
        JsonNode report = new JsonMapper().readTree(outcome.out());
        assertThat(report.get("windows").asInt()).isEqualTo(2);
        assertThat(report.get("incomplete").asInt()).isZero();
        assertThat(report.get("races")).hasSize(1);
        assertThat(report.at("/races/0/count").asInt()).isEqualTo(2);
        assertThat(report.at("/races/0/grade").asText()).isEqualTo("medium");
    }

    @Test
    void analyze_chunksOfOneInstanceInFilesInTheWrongOrder_areReadByTime() throws Exception {
        List<ByteBuffer> chunks = Chunks.record(
                () -> {
                    AgentScript.status("i-1");
                    AgentScript.race(1);
                },
                () -> {
                    AgentScript.status("i-1");
                    AgentScript.sites();
                    AgentScript.end(1);
                });
        Files.write(directory.resolve("b.jfr"), Chunks.bytes(chunks.get(0)));
        Files.write(directory.resolve("a.jfr"), Chunks.bytes(chunks.get(1)));
        Files.write(directory.resolve("same-as-a.jfr"), Chunks.bytes(chunks.get(1)));
        Outcome outcome = analyze(directory);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("1 race, ", "1 window (0 incomplete", " 0 lost");
    }

    @Test
    void analyze_directoryWithOneBadFile_saysWhichAndAnalysesTheOthers() throws Exception {
        racy("good.jfr", "i-1", 1);
        Files.write(directory.resolve("bad.jfr"), new byte[] {1, 2, 3});
        Files.write(directory.resolve("notes.txt"), new byte[] {1, 2, 3});
        Outcome outcome = analyze(directory);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).hasLineCount(1).contains("bad.jfr: not a JFR chunk: expected the magic");
        assertThat(outcome.out()).contains("1 race");
    }

    @Test
    void analyze_directoryWithoutAnythingUsable_endsWith2() throws Exception {
        assertThat(analyze(directory))
                .isEqualTo(new Outcome(
                        2, "", "photofinish-analyzer: " + directory + ": expected recordings (*.jfr), found none\n"));
        Files.write(directory.resolve("bad.jfr"), new byte[] {1, 2, 3});
        assertThat(analyze(directory).code()).isEqualTo(2);
    }

    @Test
    void analyze_missingFile_endsWith2AndOneSentence() {
        Path missing = directory.resolve("missing.jfr");
        assertThat(analyze(missing))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "photofinish-analyzer: " + missing
                                + ": expected a JFR recording or a directory of them, found nothing there\n"));
    }

    @Test
    void analyze_emptyFile_endsWith2AndOneSentence() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.jfr"));
        assertThat(analyze(empty))
                .isEqualTo(new Outcome(
                        2, "", "photofinish-analyzer: " + empty + ": expected a JFR recording, found an empty file\n"));
    }

    @Test
    void analyze_foreignFile_endsWith2AndOneSentence() throws Exception {
        Path foreign = Files.writeString(
                directory.resolve("foreign.jfr"),
                "PK not a recording at all, but long enough"
                        + " to be mistaken for the header of one if nobody looked");
        Outcome outcome = analyze(foreign);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("photofinish-analyzer: " + foreign
                        + ": not a JFR chunk: expected the magic FLR\\0 at byte 0\n");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void analyze_fileTruncatedInItsFirstChunk_endsWith2() throws Exception {
        byte[] bytes = Files.readAllBytes(racy("run.jfr", "i-1", 1));
        Path cut = Files.write(directory.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length / 2));
        Outcome outcome = analyze(cut);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains("cut.jfr: truncated: expected a chunk of " + bytes.length + " bytes at byte 0, found only "
                        + bytes.length / 2);
    }

    @Test
    void analyze_fileTruncatedInALaterChunk_analysesWhatIsBefore() throws Exception {
        List<ByteBuffer> chunks = racyThenMore();
        byte[] first = Chunks.bytes(chunks.get(0));
        byte[] second = Chunks.bytes(chunks.get(1));
        Path cut = directory.resolve("cut.jfr");
        Files.write(cut, first);
        Files.write(cut, Arrays.copyOf(second, second.length - 7), StandardOpenOption.APPEND);
        Outcome outcome = run("analyze", "--fail-on", "race", cut.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("Race 1: acme.Box.value");
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains("truncated: expected a chunk of " + second.length + " bytes at byte " + first.length
                        + ", found only " + (second.length - 7) + "; what is before it was analysed");
    }

    @Test
    void analyze_fileWithACorruptedChunk_analysesTheOthersAndNamesTheByte() throws Exception {
        List<ByteBuffer> chunks = racyThenMore();
        byte[] first = Chunks.bytes(chunks.get(0));
        Path file = directory.resolve("corrupt.jfr");
        Files.write(file, first);
        Files.write(file, Chunks.bytes(Chunks.with(chunks.get(1), 24, 0x7F)), StandardOpenOption.APPEND);
        Outcome outcome = analyze(file);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("Race 1: acme.Box.value");
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains("the chunk at byte " + first.length + " is damaged: position of the metadata: expected");
    }

    @Test
    void analyze_unknownFormat_namesTheKnown() {
        Outcome outcome = run("analyze", "--format", "xml", "run.jfr");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "photofinish-analyzer: Invalid value for option '--format': expected one of [text, json, sarif,"
                                + " std], found 'xml'; see photofinish-analyzer analyze --help\n");
    }

    @Test
    void analyze_unknownFailOnOrNoFile_isAUsageError() {
        assertThat(run("analyze", "--fail-on", "rain", "run.jfr").err()).contains("expected one of [race, lock-order]");
        assertThat(run("analyze").err()).contains("Missing required parameter: '<file.jfr|dir|trace.std>'");
        assertThat(run("analyze").code()).isEqualTo(2);
        assertThat(run().err()).contains("expected a command, one of [analyze");
        assertThat(run().code()).isEqualTo(2);
    }

    @Test
    void analyze_namesWithControlCharacters_cannotMoveTheCursor() throws Exception {
        Outcome outcome = analyze(record("run.jfr", () -> AgentScript.loss("\u001b[2J", 1)));
        assertThat(outcome.out()).contains("(?[2J)").doesNotContain("\u001b");
    }

    @Test
    void analyze_sameInput_isTheSameOutput() throws Exception {
        Path file = racy("run.jfr", "i-1", 3);
        assertThat(analyze(file)).isEqualTo(analyze(file));
    }

    private Path racy(String name, String instance, int windows) throws Exception {
        return record(name, () -> {
            AgentScript.status(instance);
            AgentScript.sites();
            for (int window = 1; window <= windows; window++) {
                AgentScript.race(window);
                AgentScript.end(window);
            }
        });
    }

    private static List<ByteBuffer> racyThenMore() throws Exception {
        return Chunks.record(
                () -> {
                    AgentScript.sites();
                    AgentScript.race(1);
                    AgentScript.end(1);
                },
                AgentScript::sites);
    }

    private Path record(String name, Work work) throws Exception {
        Path file = directory.resolve(name);
        Recorder.record(file, work);
        return file;
    }

    private static Outcome analyze(Path input) {
        return run("analyze", input.toString());
    }

    private static Outcome run(String... args) {
        return AnalyzeHarness.run(args);
    }
}
