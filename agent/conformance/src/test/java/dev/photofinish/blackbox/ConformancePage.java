package dev.photofinish.blackbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code CONFORMANCE.md}: every program with its verdicts, and how much of Go's suite that covers. */
final class ConformancePage {
    private static final List<Integer> JDKS = List.of(17, 25);
    private static final String NOT_RUN = "not run";

    private ConformancePage() {}

    /** The page after a run on one or both JDKs. */
    static String of(List<ProgramCase> programs, List<ProgramRun> runs) {
        return of(
                programs,
                (program, feature) -> runs.stream()
                        .filter(run -> run.jdk().feature() == feature)
                        .findFirst()
                        .map(run -> verdict(program, run))
                        .orElse(NOT_RUN));
    }

    /** The page of these programs, with the verdicts that an older page has for them. */
    static String updated(String page, List<ProgramCase> programs) {
        Map<String, List<String>> rows = rows(page);
        return of(programs, (program, feature) -> {
            List<String> row = rows.getOrDefault(program.name(), List.of());
            return row.size() > 4 ? row.get(3 + JDKS.indexOf(feature)) : NOT_RUN;
        });
    }

    /** The cells of each row by program: name, expectation, Go's names, verdict on 17, verdict on 25, what it shows. */
    static Map<String, List<String>> rows(String page) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        page.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells =
                    Stream.of(line.split("\\|")).skip(1).map(String::strip).toList();
            rows.put(cells.get(0).replace("`", ""), cells);
        });
        return rows;
    }

    /** What is said of a program apart from its verdicts. */
    static List<String> declared(List<String> row) {
        return List.of(row.get(1), row.get(2), row.get(5));
    }

    private static String of(List<ProgramCase> programs, BiFunction<ProgramCase, Integer, String> verdicts) {
        StringBuilder page = new StringBuilder("""
                # Conformance: programs and verdicts

                Written by `ConformanceIT`, which leaves it in `target/CONFORMANCE-page.md`; a test holds the programs and expectations
                listed here against those there are. `right` is exactly the expected verdict; anything else is what was reported.

                """);
        page.append(counts(programs, verdicts));
        page.append("\n| program | expected | Go | JDK 17 | JDK 25 | what it shows |\n|---|---|---|---|---|---|\n");
        for (ProgramCase program : programs) {
            page.append("| `")
                    .append(program.name())
                    .append("` | ")
                    .append(ProgramCase.verdict(program.expected()))
                    .append(" | ")
                    .append(String.join(" ", program.scenario().go()));
            JDKS.forEach(feature -> page.append(" | ").append(verdicts.apply(program, feature)));
            page.append(" | ").append(shown(program)).append(" |\n");
        }
        return page.append(notPorted()).toString();
    }

    private static String shown(ProgramCase program) {
        String needs = program.scenario().needs();
        return program.scenario().value().replace("|", "or")
                + (needs.isEmpty() ? "" : " (not asserted; needs " + needs + ")");
    }

    private static String counts(List<ProgramCase> programs, BiFunction<ProgramCase, Integer, String> verdicts) {
        StringBuilder counts = new StringBuilder();
        List<GoScenario> scenarios = GoScenario.all();
        List<GoScenario> suite = scenarios.stream().filter(GoScenario::counted).toList();
        counts.append("- Programs: ")
                .append(programs.size())
                .append(", of which ")
                .append(programs.stream()
                        .filter(program -> program.expected().isEmpty())
                        .count())
                .append(" clean; not asserted: ")
                .append(programs.stream().filter(program -> !program.asserted()).count())
                .append(".\n- Scenarios of Go's race detector: ")
                .append(suite.size())
                .append("; portable and ported: ")
                .append(suite.stream().filter(GoScenario::ported).count())
                .append("; and ")
                .append(scenarios.size() - suite.size())
                .append(" that Go added since, all ported.\n");
        for (int feature : JDKS) {
            counts.append("- Right on JDK ").append(feature).append(": ");
            counts.append(right(programs, suite, verdicts, feature, true))
                    .append(" scenarios with a race, ")
                    .append(right(programs, suite, verdicts, feature, false))
                    .append(" without one.\n");
        }
        return counts.toString();
    }

    /** As {@code 12 of 13}: a scenario is right when every program that ports it is. */
    private static String right(
            List<ProgramCase> programs,
            List<GoScenario> suite,
            BiFunction<ProgramCase, Integer, String> verdicts,
            int feature,
            boolean racy) {
        Set<String> wrong = programs.stream()
                .filter(program -> !Set.of("right", "-").contains(verdicts.apply(program, feature)))
                .flatMap(program -> Arrays.stream(program.scenario().go()))
                .collect(Collectors.toSet());
        List<GoScenario> ported = suite.stream()
                .filter(GoScenario::ported)
                .filter(scenario -> scenario.racy() == racy)
                .toList();
        long right = ported.stream()
                .filter(scenario -> !wrong.contains(scenario.name()))
                .count();
        return right + " of " + ported.size();
    }

    private static String notPorted() {
        StringBuilder text = new StringBuilder("\n## Not ported\n\n");
        GoScenario.all().stream()
                .filter(scenario -> !scenario.ported())
                .forEach(scenario -> text.append("- ")
                        .append(scenario.name())
                        .append(" (")
                        .append(scenario.file())
                        .append("): ")
                        .append(scenario.reason())
                        .append(".\n"));
        return text.toString();
    }

    private static String verdict(ProgramCase program, ProgramRun run) {
        if (!program.runsOn(run.jdk())) {
            return "-";
        }
        Set<String> found = program.foundIn(run.analysis());
        return found.equals(program.expected()) ? "right" : "**" + ProgramCase.verdict(found) + "**";
    }
}
