package dev.photofinish.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What {@code analyze --format json} printed.
 *
 * @param races what was found, in the order of the report
 * @param cycles locks that threads take in different orders
 * @param reasons why windows were incomplete, with how many
 */
record Analysis(
        int exit,
        long windows,
        long incomplete,
        long partial,
        long events,
        long lost,
        List<FoundRace> races,
        List<FoundCycle> cycles,
        Map<String, Long> reasons) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Analyses a recording, and keeps the JSON beside it. */
    static Analysis of(Path recording) throws IOException, InterruptedException {
        String name = recording.getFileName().toString();
        Command.Outcome outcome = Command.analyzer("analyze", recording, "--format", "json", "--fail-on", "race")
                .run("analyze-" + recording.toString().replace(File.separatorChar, '-'));
        if (outcome.exit() > 1) {
            throw new IllegalStateException("expected exit code 0 or 1, found " + outcome);
        }
        Files.writeString(recording.resolveSibling(name + ".json"), outcome.out(), StandardCharsets.UTF_8);
        JsonNode report = JSON.readTree(outcome.out());
        List<FoundRace> races = new ArrayList<>();
        for (JsonNode race : report.required("races")) {
            Set<String> classes = new TreeSet<>();
            for (JsonNode access : race.required("accesses")) {
                classes.add(access.required("class").asText());
            }
            races.add(new FoundRace(
                    race.required("field").asText(), race.required("grade").asText(), classes));
        }
        return new Analysis(
                outcome.exit(),
                report.required("windows").asLong(),
                report.required("incomplete").asLong(),
                report.required("partial").asLong(),
                report.required("events").asLong(),
                report.required("lost").asLong(),
                List.copyOf(races),
                cycles(report.required("lockOrder")),
                reasons(report.required("incompleteReasons")));
    }

    private static List<FoundCycle> cycles(JsonNode array) {
        List<FoundCycle> cycles = new ArrayList<>();
        for (JsonNode cycle : array) {
            Set<String> places = new TreeSet<>();
            Set<String> threads = new TreeSet<>();
            List<LockOrder> orders = new ArrayList<>();
            for (JsonNode step : cycle.required("steps")) {
                places.add(step.required("heldAt").asText());
                places.add(step.required("acquiredAt").asText());
                threads.add(step.required("thread").asText());
                orders.add(LockOrder.of(step));
            }
            cycles.add(new FoundCycle(
                    cycle.required("steps").size(),
                    threads.size(),
                    places,
                    orders,
                    cycle.required("grade").asText()));
        }
        return List.copyOf(cycles);
    }

    private static Map<String, Long> reasons(JsonNode object) {
        Map<String, Long> reasons = new TreeMap<>();
        object.properties()
                .forEach(
                        reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
        return reasons;
    }

    /** The fields that race, by their full names. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        races.forEach(race -> fields.add(race.field));
        return fields;
    }

    /** The grades of the field's races: none where it does not race. */
    Set<String> grades(String field) {
        Set<String> grades = new TreeSet<>();
        races.stream().filter(race -> race.field.equals(field)).forEach(race -> grades.add(race.grade));
        return grades;
    }

    /**
     * A reported cycle of locks.
     *
     * @param threads how many take part
     * @param places where the locks were taken, as {@code Class.method:line}
     * @param orders in which the threads took them, one each
     * @param grade as the report has it, in lower case
     */
    record FoundCycle(int locks, int threads, Set<String> places, List<LockOrder> orders, String grade) {}

    /**
     * A reported race.
     *
     * @param field full name
     * @param grade as the report has it, in lower case
     * @param classes where its accesses stand
     */
    record FoundRace(String field, String grade, Set<String> classes) {}
}
