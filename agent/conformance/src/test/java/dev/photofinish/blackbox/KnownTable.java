package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of known races, as Markdown in {@code target/KNOWN_RACES.md}; the copy beside the sources is a copy of it. */
final class KnownTable {
    private KnownTable() {}

    static void write(List<KnownRun> runs) throws IOException {
        StringBuilder table = new StringBuilder("| library | field | before → after | repair |");
        runs.forEach(run -> table.append(' ')
                .append(run.jdk())
                .append(", ")
                .append(run.edition())
                .append(" |"));
        table.append("\n|---|---|---|---|").append("---|".repeat(runs.size())).append('\n');
        for (KnownRace race : KnownRace.ALL) {
            table.append("| ")
                    .append(race.artifact())
                    .append(" | `")
                    .append(race.field())
                    .append("` | ")
                    .append(race.version(KnownRun.BEFORE))
                    .append(" → ")
                    .append(race.version(KnownRun.AFTER))
                    .append(" | ")
                    .append(race.repair())
                    .append(" |");
            runs.forEach(run -> table.append(' ').append(verdict(run, race)).append(" |"));
            table.append('\n');
        }
        table.append("\nOther fields that were reported: ").append(others(runs)).append(".\n");
        Files.writeString(Shipped.target().resolve("KNOWN_RACES.md"), table, StandardCharsets.UTF_8);
        System.out.print(table);
    }

    private static String verdict(KnownRun run, KnownRace race) {
        Set<String> grades = run.analysis().grades(race.field());
        return grades.isEmpty() ? "silent" : "race, " + String.join(" and ", grades);
    }

    private static String others(List<KnownRun> runs) {
        Set<String> others = new TreeSet<>();
        for (KnownRun run : runs) {
            for (String field : run.analysis().fields()) {
                if (KnownRace.ALL.stream().noneMatch(race -> race.field().equals(field))) {
                    others.add("`" + field + "` (" + run.jdk() + ", " + run.edition() + ")");
                }
            }
        }
        return others.isEmpty() ? "none" : String.join(", ", others);
    }
}
