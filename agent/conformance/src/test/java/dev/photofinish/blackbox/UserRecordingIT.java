package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recording that the user runs beside ours. */
final class UserRecordingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String INCLUDE = "include=dev.photofinish.victim.**";
    private static final int TICKS = 3_000;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void usersRecording_losesNothingAndEndsNothing(Jdk jdk) throws Exception {
        String name = "user-recording-" + jdk.feature();
        Path recordings = Files.createDirectories(Shipped.target().resolve("recordings"));
        Path dump = recordings.resolve(name + "-dump.jfr");
        Path whole = recordings.resolve(name + "-stop.jfr");
        try (LiveJvm victim = LiveJvm.victim(jdk, name);
                ChunkReceiver receiver = new ChunkReceiver(name).up()) {
            jcmd(jdk, victim, name, "JFR.start", "name=users");
            Command.Outcome attached = Command.agent(
                            "attach", victim.pid(), "analyzer=" + receiver.address() + "," + INCLUDE)
                    .run(name);
            assertThat(attached.exit()).as(attached.toString()).isZero();
            Await.until("two chunks", PATIENCE, () -> receiver.chunks().size() >= 2);
            jcmd(jdk, victim, name, "JFR.dump", "name=users", "filename=" + dump);
            Await.until("enough ticks", PATIENCE, () -> Long.parseLong(victim.ask("ticks")) >= TICKS);
            jcmd(jdk, victim, name, "JFR.stop", "name=users", "filename=" + whole);

            assertThat(ticks(dump)).isNotEmpty();
            assertWithoutGap(ticks(dump));
            assertThat(ticks(whole)).hasSizeGreaterThan(ticks(dump).size());
            assertWithoutGap(ticks(whole));

            int before = receiver.chunks().size();
            Await.until(
                    "chunks after the user's recording ended",
                    PATIENCE,
                    () -> receiver.chunks().size() >= before + 2);
            assertThat(Analysis.of(receiver.directory()).lost())
                    .as("lost events")
                    .isZero();
            Command.Outcome detached = Command.agent("detach", victim.pid()).run(name + "-detach");
            assertThat(detached.exit()).as(detached.toString()).isZero();
        }
    }

    /** The pool of texts is asked in the middle of an event: nothing of ours may be written there. */
    @ParameterizedTest
    @MethodSource("jdks")
    void usersEventsWithLongTexts_areWrittenWhole(Jdk jdk) throws Exception {
        String name = "tellers-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        Command.Outcome told = Command.of(
                        jdk.java(),
                        "-javaagent:" + Shipped.agentJar() + "=mode=full," + INCLUDE + ",output=" + recording,
                        "-cp",
                        Shipped.programs(),
                        "dev.photofinish.victim.Tellers")
                .run(name);
        assertThat(told.exit()).as(told.toString()).isZero();
        assertThat(told.out()).contains("told " + count(recording, "victim.Told"));
        Analysis analysis = Analysis.of(recording);
        assertThat(analysis.reasons()).as("incomplete windows").isEmpty();
        assertThat(analysis.races()).isEmpty();
    }

    private static long count(Path recording, String type) throws Exception {
        long count = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                count += file.readEvent().getEventType().getName().equals(type) ? 1 : 0;
            }
        }
        return count;
    }

    private static void assertWithoutGap(List<Long> ticks) {
        long first = ticks.get(0);
        assertThat(ticks)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + ticks.size()).boxed().toList());
    }

    private static List<Long> ticks(Path recording) throws Exception {
        List<Long> ticks = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("victim.Tick")) {
                    ticks.add(event.getLong("number"));
                }
            }
        }
        ticks.sort(null);
        return ticks;
    }

    private static void jcmd(Jdk jdk, LiveJvm victim, String name, Object... words) throws Exception {
        Command.Outcome outcome =
                Command.of(jdk.jcmd(), victim.pid()).with(words).run(name + "-" + words[0]);
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
    }
}
