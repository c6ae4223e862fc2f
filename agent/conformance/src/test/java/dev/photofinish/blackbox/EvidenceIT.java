package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the report says beside the verdict, word for word, of programs whose counts do not depend on the schedule. */
final class EvidenceIT {
    private static final String EVIDENCE = "dev.photofinish.conformance.evidence.";
    private static final Set<String> MORE = Set.of("finals.CachedHash");

    @TestFactory
    Stream<DynamicTest> reports() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.installed()) {
            List<ProgramCase> programs = ProgramCase.all().stream()
                    .filter(program -> program.name().startsWith("evidence.") || MORE.contains(program.name()))
                    .toList();
            ProgramRun run = ProgramRun.of(jdk, "evidence", programs);
            JsonNode report = new ObjectMapper()
                    .readTree(run.recording()
                            .resolveSibling(run.recording().getFileName() + ".json")
                            .toFile());
            tests.add(dynamicTest(jdk + " guard, pool and submission", () -> halfGuarded(report)));
            tests.add(dynamicTest(jdk + " idioms", () -> idioms(report)));
        }
        return tests.stream();
    }

    private static void halfGuarded(JsonNode report) {
        JsonNode race = race(report, EVIDENCE + "HalfGuarded.balance");
        assertThat(reasons(race))
                .contains("Inferred guard: " + EVIDENCE
                        + "HalfGuarded.lock, held in 40 of the 41 recorded accesses to it" + " in this window.")
                .contains(
                        "Nearest synchronization: none. Nothing that one of the two threads released was acquired by the"
                                + " other in this window.");
        JsonNode read = access(race, "read", "reports-1-thread-1");
        assertThat(read.path("pool").asText()).isEqualTo("reports-1");
        assertThat(read.path("submittedBy").asText()).isEqualTo("main");
        assertThat(methods(read.path("submission"))).contains(EVIDENCE + "HalfGuarded.submit");
        JsonNode write = access(race, "write", "depositor");
        assertThat(write.path("pool").asText()).isEmpty();
        assertThat(write.path("locks").get(0).path("acquiredAt").asText())
                .startsWith(EVIDENCE + "HalfGuarded.deposit:");
    }

    private static void idioms(JsonNode report) {
        assertThat(grade(report, EVIDENCE + "TwoReads.hash")).isEqualTo("high");
        assertThat(grade(report, EVIDENCE + "Hits.hits")).isEqualTo("low");
        assertThat(grade(report, EVIDENCE + "Hits.wideHits")).isNotEqualTo("low");
        assertThat(grade(report, "dev.photofinish.conformance.finals.CachedHash.hash"))
                .isEqualTo("low");
    }

    private static String grade(JsonNode report, String field) {
        return race(report, field).path("grade").asText();
    }

    private static JsonNode race(JsonNode report, String field) {
        for (JsonNode race : report.required("races")) {
            if (race.required("field").asText().equals(field)) {
                return race;
            }
        }
        throw new AssertionError("expected a race on " + field + ", found " + report);
    }

    private static JsonNode access(JsonNode race, String kind, String thread) {
        for (JsonNode access : race.required("accesses")) {
            if (access.required("kind").asText().equals(kind)
                    && access.required("thread").asText().equals(thread)) {
                return access;
            }
        }
        throw new AssertionError("expected a " + kind + " by " + thread + ", found " + race);
    }

    private static List<String> reasons(JsonNode race) {
        List<String> reasons = new ArrayList<>();
        race.required("reasons").forEach(reason -> reasons.add(reason.asText()));
        return reasons;
    }

    private static List<String> methods(JsonNode stack) {
        List<String> methods = new ArrayList<>();
        stack.forEach(frame -> methods.add(
                frame.path("class").asText() + "." + frame.path("method").asText()));
        return methods;
    }
}
