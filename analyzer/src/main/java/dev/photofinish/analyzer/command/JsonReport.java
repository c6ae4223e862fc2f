package dev.photofinish.analyzer.command;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photofinish.analyzer.contention.Advice;
import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.SuppressedRace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report as one JSON object, for programs. The keys are public API, guarded by a golden file in the tests: they are the
 * names of the record components, but for {@code class}, which is no name in Java.
 */
final class JsonReport {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(AccessReport.class, ClassKey.class)
            .addMixIn(Frame.class, ClassKey.class)
            .addMixIn(Grade.class, LabelValue.class)
            .addMixIn(Contention.class, WithoutBuckets.class)
            .addMixIn(SuppressedRace.class, InShort.class)
            .build();

    private final Report report;

    JsonReport(Report report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        Document document = new Document(
                report.windows(),
                report.incomplete(),
                report.incompleteByReason(),
                report.partial(),
                report.events(),
                report.lost(),
                report.races(),
                report.suppressed(),
                report.contention().stream()
                        .map(place -> Advised.of(place, report.sampled()))
                        .toList(),
                report.otherWaits(),
                report.waitThresholds(),
                report.sampled().windowNanos(),
                report.sampled().recordedNanos(),
                report.lockCycles(),
                List.of());
        try {
            out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    /** The class of an access or frame is {@code class}. */
    private interface ClassKey {
        @JsonProperty("class")
        String className();
    }

    /** A grade is its lower-case name. */
    private interface LabelValue {
        @JsonValue
        String label();
    }

    /** The ranges of waits are for the metric's histogram: without their bounds they say nothing. */
    @JsonIgnoreProperties("waitBuckets")
    private interface WithoutBuckets {}

    /** A contended place with what its waits in windows come to in all, and what its figures suggest. */
    private record Advised(
            @JsonUnwrapped Contention place, @Nullable Estimate estimate, List<String> advice) {
        static Advised of(Contention place, SampledTime sampled) {
            return new Advised(place, Estimate.of(place, sampled), Advice.of(place));
        }
    }

    /** What is suppressed is counted, not told. */
    @JsonIgnoreProperties({"race", "inSource"})
    private interface InShort {}

    /** The keys of the object, in their order. */
    private record Document(
            long windows,
            long incomplete,
            Map<String, Long> incompleteReasons,
            long partial,
            long events,
            long lost,
            List<Race> races,
            List<SuppressedRace> suppressed,
            List<Advised> contention,
            List<Contention> waits,
            Map<String, Long> waitThresholdNanos,
            long windowNanos,
            long recordedNanos,
            List<LockCycle> lockOrder,
            List<String> atomicity) {}
}
