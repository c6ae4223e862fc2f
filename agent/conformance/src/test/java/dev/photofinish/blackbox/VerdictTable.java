package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of programs and verdicts, as Markdown in {@code target/conformance.md} and on the console. */
final class VerdictTable {
    private VerdictTable() {}

    static void write(List<ProgramCase> programs, List<ProgramRun> runs) throws IOException {
        StringBuilder table = new StringBuilder("| program | expected |");
        runs.forEach(run -> table.append(' ').append(run.jdk()).append(" |"));
        table.append(" Go | needs |\n|---|---|")
                .append("---|".repeat(runs.size() + 2))
                .append('\n');
        for (ProgramCase program : programs) {
            table.append("| ")
                    .append(program.name())
                    .append(" | ")
                    .append(ProgramCase.verdict(program.expected()))
                    .append(" |");
            runs.forEach(run -> table.append(' ').append(verdict(program, run)).append(" |"));
            table.append(' ')
                    .append(String.join(" ", program.scenario().go()))
                    .append(" | ")
                    .append(program.scenario().needs())
                    .append(" |\n");
        }
        table.append('\n').append(summary(programs, runs));
        Files.writeString(Shipped.target().resolve("conformance.md"), table, StandardCharsets.UTF_8);
        Files.writeString(
                Shipped.target().resolve("CONFORMANCE-page.md"),
                ConformancePage.of(programs, runs),
                StandardCharsets.UTF_8);
        System.out.print(table);
    }

    private static String verdict(ProgramCase program, ProgramRun run) {
        if (!program.runsOn(run.jdk())) {
            return "-";
        }
        Set<String> found = program.foundIn(run.analysis());
        return found.equals(program.expected()) ? "as expected" : "**" + ProgramCase.verdict(found) + "**";
    }

    private static boolean isRight(ProgramCase program, ProgramRun run) {
        return !program.runsOn(run.jdk()) || program.foundIn(run.analysis()).equals(program.expected());
    }

    private static String summary(List<ProgramCase> programs, List<ProgramRun> runs) {
        StringBuilder summary = new StringBuilder();
        for (ProgramRun run : runs) {
            long right = run.programs().stream()
                    .filter(program -> program.foundIn(run.analysis()).equals(program.expected()))
                    .count();
            summary.append(run.jdk())
                    .append(": ")
                    .append(right)
                    .append(" of ")
                    .append(run.programs().size())
                    .append(" as expected, ")
                    .append(run.analysis().events())
                    .append(" events, ")
                    .append(run.analysis().incomplete())
                    .append(" incomplete windows, ")
                    .append(run.analysis().lost())
                    .append(" events lost.\n");
        }
        long marked = programs.stream().filter(program -> !program.asserted()).count();
        long scenarios = programs.stream()
                .flatMap(program -> Arrays.stream(program.scenario().go()))
                .distinct()
                .count();
        String right = programs.stream()
                .filter(program -> !program.asserted())
                .filter(program -> runs.stream().allMatch(run -> isRight(program, run)))
                .map(ProgramCase::name)
                .collect(Collectors.joining(", "));
        return summary.append(marked)
                .append(" of ")
                .append(programs.size())
                .append(" programs are not asserted yet; right all the same this time: ")
                .append(right.isEmpty() ? "none" : right)
                .append(". Scenarios of the Go suite ported by name: ")
                .append(scenarios)
                .append(".\n")
                .toString();
    }
}
