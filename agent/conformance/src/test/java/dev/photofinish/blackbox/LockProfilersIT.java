package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import jdk.jfr.Configuration;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What stock Flight Recorder, async-profiler's lock mode and the agent see of the same run of a program that measures its waits itself.
 * Writes the table {@code target/CONTENTION.md}.
 */
@Tag("nightly")
final class LockProfilersIT {
    private static final String PROGRAM = ContendedRun.PROGRAM;
    private static final double MILLION = 1e6;

    private static final List<String> WAITS = List.of("jdk.JavaMonitorEnter", "jdk.ThreadPark");

    /** Where threads wait, and what the program calls the lock. */
    private static final Map<String, String> PLACES = places();

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("enterMonitor", "monitor");
        places.put("takeFront", "front");
        places.put("takeLock", "lock");
        places.put("goInConvoy", "convoy");
        return places;
    }

    /** Waits at one place, as one of them tells. */
    private record Seen(long waits, long nanos, String holder) {}

    @Test
    void everyoneSeesTheSameRun_andTheAgentAloneNamesWhereLocksWereHeld() throws Exception {
        List<String> rows = new ArrayList<>();
        for (Jdk jdk : Jdk.installed()) {
            rows.addAll(compare(jdk));
        }
        Files.writeString(Shipped.target().resolve("CONTENTION.md"), page(rows), StandardCharsets.UTF_8);
    }

    private static List<String> compare(Jdk jdk) throws Exception {
        String name = "profilers-" + jdk.feature();
        Path stock = ContendedRun.recording(name + "-stock");
        Path profiler = ContendedRun.recording(name + "-profiler");
        ContendedRun run = ContendedRun.of(
                jdk,
                name,
                "-XX:StartFlightRecording:settings=default,filename=" + stock,
                "-agentpath:" + library() + "=start,event=lock,file=" + profiler);
        List<RecordedEvent> ofTheJdk = RecordingFile.readAllEvents(stock);
        List<RecordedEvent> ofTheProfiler = RecordingFile.readAllEvents(profiler);
        Predicate<RecordedEvent> stockSettings = inStockSettings();
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            Seen ours = handoffs(run.report(), place.getKey());
            Seen theirs = events(ofTheJdk, place.getKey(), stockSettings);
            Seen profiled = events(ofTheProfiler, place.getKey(), event -> true);
            long known = run.truth().waited(place.getValue());
            assertThat(ours.nanos).as("%s on %s", place, jdk).isCloseTo(known, Percentage.withPercentage(5));
            assertThat(ours.holder).as("%s on %s", place, jdk).contains("Contended.");
            assertThat(theirs.holder + profiled.holder).doesNotContain("Contended.");
            rows.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %s | %s | %s |",
                    jdk,
                    place.getKey(),
                    known / MILLION,
                    cell(ours),
                    cell(theirs),
                    cell(profiled)));
        }
        return rows;
    }

    private static Path library() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return Shipped.target().resolve("agents/async-profiler/linux-" + processor + "/libasyncProfiler.so");
    }

    private static Seen handoffs(JsonNode report, String place) {
        long waits = 0;
        long nanos = 0;
        TreeSet<String> holders = new TreeSet<>();
        for (JsonNode row : report.required("contention")) {
            if (row.required("source").asText().equals("handoff")
                    && row.required("site").asText().startsWith(PROGRAM + "." + place + ":")) {
                waits += row.required("waits").asLong();
                nanos += row.required("waitNanos").asLong();
                StreamSupport.stream(row.required("holders").spliterator(), false)
                        .map(holder -> holder.required("site").asText())
                        .map(site -> site.substring(site.lastIndexOf('.', site.lastIndexOf('.') - 1) + 1))
                        .forEach(holders::add);
            }
        }
        return new Seen(waits, nanos, String.join(", ", holders));
    }

    /** Recordings of one JVM share their events: those that the stock settings leave out are there for the agent's sake. */
    private static Predicate<RecordedEvent> inStockSettings() throws IOException, ParseException {
        Map<String, String> settings = Configuration.getConfiguration("default").getSettings();
        Map<String, Duration> thresholds = new HashMap<>();
        for (String type : WAITS) {
            String[] words = String.valueOf(settings.get(type + "#threshold")).split(" ", 2);
            assertThat(words).as("threshold of %s", type).hasSize(2);
            assertThat(words[1]).isEqualTo("ms");
            thresholds.put(type, Duration.ofMillis(Long.parseLong(words[0])));
        }
        return event -> event.getDuration()
                        .compareTo(thresholds.get(event.getEventType().getName()))
                >= 0;
    }

    private static Seen events(List<RecordedEvent> events, String place, Predicate<RecordedEvent> counts) {
        long waits = 0;
        long nanos = 0;
        TreeSet<String> holders = new TreeSet<>();
        for (RecordedEvent event : events) {
            String type = event.getEventType().getName();
            if (WAITS.contains(type) && waitsAt(event, place) && counts.test(event)) {
                waits++;
                nanos += event.getDuration().toNanos();
                RecordedThread owner = event.hasField("previousOwner") ? event.getThread("previousOwner") : null;
                if (owner != null && owner.getJavaName() != null) {
                    holders.add("thread " + owner.getJavaName());
                }
            }
        }
        return new Seen(waits, nanos, String.join(", ", holders));
    }

    private static boolean waitsAt(RecordedEvent event, String place) {
        RecordedStackTrace stack = event.getStackTrace();
        if (stack != null) {
            for (RecordedFrame frame : stack.getFrames()) {
                if (frame.getMethod().getType().getName().equals(PROGRAM)) {
                    return frame.getMethod().getName().equals(place);
                }
            }
        }
        return false;
    }

    private static String cell(Seen seen) {
        return String.format(
                Locale.ROOT,
                "%d, %.1f ms; %s",
                seen.waits,
                seen.nanos / MILLION,
                seen.holder.isEmpty() ? "no holder" : seen.holder);
    }

    private static String page(List<String> rows) {
        return """
                # What lock profilers see of the same run

                Generated by `LockProfilersIT` (`agent/conformance/target/CONTENTION.md`, copied here). One run of `dev.photofinish.victim.Contended` for each JDK, with the agent in full mode,
                a stock recording (`settings=default`) and async-profiler (`event=lock`) in the same JVM. The program measures its waits itself: that is what is known. A cell says how many waits
                were seen, how long together, and who made them wait. Recordings of one JVM share their events: of the stock recording those count that its own thresholds (20 ms) let through.

                | JDK | waits in | known, ms | Photofinish, handoffs | stock Flight Recorder | async-profiler |
                | --- | --- | --- | --- | --- | --- |
                """ + String.join("\n", rows) + "\n";
    }
}
