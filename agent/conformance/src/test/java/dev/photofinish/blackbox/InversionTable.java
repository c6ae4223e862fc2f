package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of known lock orders, as Markdown in {@code target/KNOWN_INVERSIONS.md}; {@code KNOWN_RACES.md} has a copy of it. */
final class InversionTable {
    private InversionTable() {}

    static void write(List<KnownRun> runs) throws IOException {
        StringBuilder table =
                new StringBuilder("| library | report | one thread's locks; the other's | before → after | repair |");
        runs.forEach(run -> table.append(' ')
                .append(run.jdk())
                .append(", ")
                .append(run.edition())
                .append(" |"));
        table.append("\n|---|---|---|---|---|")
                .append("---|".repeat(runs.size()))
                .append('\n');
        for (KnownInversion inversion : KnownInversion.ALL) {
            table.append("| ")
                    .append(inversion.artifact())
                    .append(" | ")
                    .append(inversion.issue())
                    .append(" | ")
                    .append(inversion.one())
                    .append("; ")
                    .append(inversion.other())
                    .append(" | ")
                    .append(inversion.versions())
                    .append(" | ")
                    .append(inversion.repair())
                    .append(" |");
            runs.forEach(
                    run -> table.append(' ').append(verdict(run, inversion)).append(" |"));
            table.append('\n');
        }
        table.append("\nOther cycles that were reported: ").append(others(runs)).append(".\n");
        Files.writeString(Shipped.target().resolve("KNOWN_INVERSIONS.md"), table, StandardCharsets.UTF_8);
        System.out.print(table);
    }

    private static String verdict(KnownRun run, KnownInversion inversion) {
        return inversion.in(run).stream()
                .map(cycle -> "cycle, " + cycle.grade())
                .findFirst()
                .orElse("silent");
    }

    private static String others(List<KnownRun> runs) {
        Set<String> others = new TreeSet<>();
        for (KnownRun run : runs) {
            for (Analysis.FoundCycle cycle : run.analysis().cycles()) {
                if (KnownInversion.ALL.stream().noneMatch(known -> known.is(cycle))) {
                    others.add(cycle.places() + " (" + run.jdk() + ", " + run.edition() + ")");
                }
            }
        }
        return others.isEmpty() ? "none" : String.join(", ", others);
    }
}
