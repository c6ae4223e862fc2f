package dev.photofinish.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code analyze --format json} printed.
 *
 * @param races what was found, in the order of the report
 */
record Analysis(int exit, long windows, long incomplete, long events, long lost, List<FoundRace> races) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Analyses a recording, and keeps the JSON beside it. */
    static Analysis of(Path recording) throws IOException, InterruptedException {
        String name = recording.getFileName().toString();
        Command.Outcome outcome = Command.analyzer("analyze", recording, "--format", "json", "--fail-on", "race")
                .run("analyze-" + name);
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
                report.required("events").asLong(),
                report.required("lost").asLong(),
                List.copyOf(races));
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
     * A reported race.
     *
     * @param field full name
     * @param grade as the report has it, in lower case
     * @param classes where its accesses stand
     */
    record FoundRace(String field, String grade, Set<String> classes) {}
}
