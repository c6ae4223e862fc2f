package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A true race of a library: a line of {@code known-reports.txt}.
 *
 * @param field full name
 * @param methods the two methods as {@code Class.method}, simple names; empty for any
 * @param grade the highest grade that it may have
 * @param reason why it is a race
 */
record KnownReport(String field, Set<String> methods, String grade, String reason) {
    private static final List<String> GRADES = List.of("low", "medium", "high");

    static List<KnownReport> read(Path file) throws IOException {
        List<KnownReport> known = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                known.add(parse(line));
            }
        }
        return List.copyOf(known);
    }

    static KnownReport parse(String line) {
        String[] parts = line.split("\\s*\\|\\s*", 4);
        if (parts.length != 4 || !GRADES.contains(parts[2]) || parts[3].isBlank()) {
            throw new IllegalArgumentException("expected field | method / method | grade | reason, found " + line);
        }
        Set<String> methods = parts[1].equals("*") ? Set.of() : new TreeSet<>(List.of(parts[1].split("\\s*/\\s*")));
        return new KnownReport(parts[0], methods, parts[2], parts[3]);
    }

    boolean covers(ReportedRace race) {
        return field.equals(race.field())
                && (methods.isEmpty() || methods.equals(race.methods()))
                && GRADES.indexOf(race.grade()) <= GRADES.indexOf(grade);
    }

    @Override
    public String toString() {
        return field + " | " + String.join(" / ", methods);
    }
}
