package dev.photofinish.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A race of a report.
 *
 * @param methods where its accesses stand, as {@code Class.method}, simple names
 */
record ReportedRace(String field, Set<String> methods, String grade) {
    static ReportedRace of(JsonNode race) {
        Set<String> methods = new TreeSet<>();
        for (JsonNode access : race.required("accesses")) {
            String type = access.required("class").asText();
            methods.add(type.substring(type.lastIndexOf('.') + 1) + "."
                    + access.required("method").asText());
        }
        return new ReportedRace(
                race.required("field").asText(), methods, race.required("grade").asText());
    }

    @Override
    public String toString() {
        return field + " | " + String.join(" / ", methods) + " | " + grade;
    }
}
