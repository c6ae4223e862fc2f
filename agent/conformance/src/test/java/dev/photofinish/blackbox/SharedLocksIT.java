package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Waits for read-write locks, stamped locks and semaphores: as long as they were, once each, and made by whom they were made. */
final class SharedLocksIT {
    private static final String PROGRAM = "dev.photofinish.victim.SharedLocksContended";
    private static final double PERCENT = 0.05;

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    /** A line of the program: what really happened. */
    private record Truth(String lockClass, String method, long waitNanos, String holder) {
        static Truth of(String line) {
            String[] words = line.split(" ", 5);
            return new Truth(words[1], words[2], Long.parseLong(words[3]), words[4]);
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void waits_areToldAsTheyWere(Jdk jdk) throws Exception {
        String name = "shared-locks-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        String options = "mode=full,include=dev.photofinish.victim.**,output=" + recording;
        Command.Outcome outcome = Command.of(
                        jdk.java(),
                        "-javaagent:" + Shipped.agentJar() + "=" + options,
                        "-cp",
                        Shipped.programs(),
                        PROGRAM)
                .run(name);
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        List<Truth> truths = outcome.out()
                .lines()
                .filter(line -> line.startsWith("truth "))
                .map(Truth::of)
                .toList();
        assertThat(truths).hasSize(5);
        assertThat(Analysis.of(recording).incomplete()).as("incomplete windows").isZero();
        List<JsonNode> rows = handoffs(recording);
        assertThat(rows).as("one place for each wait").hasSize(truths.size());
        truths.forEach(truth -> assertTold(truth, rows));
    }

    private static List<JsonNode> handoffs(Path recording) throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(recording
                        .resolveSibling(recording.getFileName() + ".json")
                        .toFile());
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : report.required("contention")) {
            if (row.required("source").asText().equals("handoff")
                    && row.required("site").asText().startsWith(PROGRAM + ".")) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static void assertTold(Truth truth, List<JsonNode> rows) {
        assertThat(rows)
                .filteredOn(row -> row.required("lockClass").asText().equals(truth.lockClass))
                .filteredOn(row -> row.required("site").asText().startsWith(PROGRAM + "." + truth.method + ":"))
                .as(truth + " among " + rows)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.required("waits").asLong()).isEqualTo(1);
                    assertThat(row.required("waitNanos").asLong())
                            .isCloseTo(truth.waitNanos, within((long) (truth.waitNanos * PERCENT)));
                    assertThat(row.at("/queue/sides/toRead").asInt())
                            .as("waits to read")
                            .isEqualTo(truth.method.toLowerCase(Locale.ROOT).contains("reader") ? 1 : 0);
                    assertThat(row.required("holders"))
                            .extracting(holder -> holder.required("thread").asText())
                            .containsExactly(truth.holder);
                });
    }
}
