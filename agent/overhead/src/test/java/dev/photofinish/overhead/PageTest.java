package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PageTest {
    private static final Jdk JDK = new Jdk(Path.of("/jdk"), "17.0.1");
    private static final Machine MACHINE =
            new Machine("A processor", 2, 1024, "Linux 6", "abc1234", "0.10 0.20 0.30", Instant.EPOCH);
    private static final Map<Integer, Sample.Kind> KINDS = Map.of(0, new Sample.Kind(100, 1000));
    private static final Sample PLAIN = new Sample(
            1000, 10, 20, 30, 100, 64, 102_400, 300, 5, 0, 0.02, List.of(1000L, 1000L), List.of(), KINDS, null);

    private static final Sample.AgentFigure AGENT = new Sample.AgentFigure("woven", 250, 2, 1, 3);

    private static Result result(Row row, Sample... with) {
        Result result = new Result(Workload.H2, JDK, row);
        for (Sample sample : with) {
            result.pairs().add(new Pair(PLAIN, sample));
        }
        return result;
    }

    private static Sample watched(double roundsPerSecond, double agentPercent) {
        return new Sample(
                roundsPerSecond,
                10,
                21,
                33,
                102,
                64,
                122_880,
                550,
                17.5,
                75_000,
                0.04,
                Collections.nCopies(50, 500L),
                List.of(),
                KINDS,
                new Sample.AgentFigure("woven", 250, 2, agentPercent, 3));
    }

    private static List<String> lines(List<Result> results, String... settings) {
        return page(results, settings)
                .lines()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String page(List<Result> results, String... settings) {
        return new Page(Settings.parse(settings), MACHINE, "the command").text(results, "1.00 1.00 1.00");
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    @Test
    void inSlices_whatTheStopsSpoilIsNotToldOf() {
        List<String> lines =
                lines(List.of(result(Row.DEFAULT, watched(990, 1))), "--slice", "300", "--rows", "default");
        assertThat(lines).anyMatch(line -> line.contains("each for 300 ms in turn"));
        String header = lines.get(lines.size() - 3);
        assertThat(header).contains("own CPU by kind").doesNotContain("p99").doesNotContain("pause");
        assertThat(last(lines).chars().filter(c -> c == '|').count())
                .isEqualTo(header.chars().filter(c -> c == '|').count());
    }

    @Test
    void belowFullLoad_thePageSaysSo_andNothingOfWhatWasLost() {
        Result result = new Result(Workload.H2, JDK, Row.DEFAULT);
        result.pairs().add(new Pair(course(100, 100, 4, null), course(200, 800, 2, AGENT)));
        assertThat(page(List.of(result), "--slice", "300", "--rows", "default", "--load", "20", "--seconds", "20"))
                .contains("each thread works 20 % of the time")
                .doesNotContain("lost in all");
    }

    @Test
    void everyRow_hasItsLine() {
        List<Result> results = new ArrayList<>();
        for (Row row : Row.values()) {
            results.add(result(row, PLAIN));
        }
        List<String> table =
                lines(results).stream().filter(line -> line.startsWith("|")).toList();
        assertThat(table).hasSize(2 + Row.values().length);
        long bars = table.get(0).chars().filter(c -> c == '|').count();
        assertThat(table)
                .allSatisfy(line ->
                        assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(bars));
        for (Row row : Row.values()) {
            assertThat(table).anyMatch(line -> line.contains("| h2 | 17.0.1 | " + row.title() + " | 1 (0 %) |"));
        }
    }

    @Test
    void cells_areMediansWithTheirInterval() {
        Result result = result(Row.DEFAULT, watched(980, 0.5), watched(990, 0.7), watched(1010, 0.6));
        assertThat(last(lines(List.of(result), "--warmup", "30", "--seconds", "15")))
                .isEqualTo("| h2 | 17.0.1 | default budget (1 %) | 3 (75 %)"
                        + " | 0.990 (0.980 to 1.010) | 1.000 (1.000 to 1.000) | 1.000 (1.000 to 1.000)"
                        + " | 1.000 (1.000 to 1.000) | 1.050 (1.050 to 1.050)"
                        + " | 1.100 (1.100 to 1.100) | 1.020 (1.020 to 1.020) | 1.000 (1.000 to 1.000)"
                        + " | +20 (+20 to +20) | +12.5 (+12.5 to +12.5) | +250 (+250 to +250)"
                        + " | 0.60 % (status 2.00 %) | 250, woven | 100 | 4 % |");
    }

    @Test
    void allWorkloadsTogether_areOneSample_andEachPairIsTold() {
        Result other = new Result(Workload.NETTY, JDK, Row.DEFAULT);
        other.pairs().add(new Pair(PLAIN, watched(1010, 1)));
        String page = page(
                List.of(result(Row.DEFAULT, watched(980, 1), watched(990, 1)), other),
                "--slice",
                "300",
                "--rows",
                "default");
        assertThat(page)
                .contains("| all |  | default budget (1 %) | 3 (75 %) | 0.990 (0.980 to 1.010) |")
                .contains("""
                        ## Each pair

                        | workload | JDK | row | throughput by kind | own CPU by kind | CPU per round |
                        | --- | --- | --- | --- | --- | --- |
                        | h2 | 17.0.1 | default budget (1 %) | 1.000 | 1.000 | 1.020 |
                        | h2 | 17.0.1 | default budget (1 %) | 1.000 | 1.000 | 1.020 |
                        | netty | 17.0.1 | default budget (1 %) | 1.000 | 1.000 | 1.020 |
                        """);
    }

    @Test
    void throughput_isComparedInEachTenSeconds() {
        Result result = new Result(Workload.H2, JDK, Row.ATTACHED);
        result.pairs().add(new Pair(perSecond(4, 4), perSecond(4, 2)));
        assertThat(page(List.of(result), "--warmup", "10", "--seconds", "15")).endsWith("""
                        | workload | JDK | row | 0-10 s | 10-20 s |
                        | --- | --- | --- | --- | --- |
                        | h2 | 17.0.1 | default budget, attached after the warm-up | 1.00 | 0.50 |
                        """);
    }

    @Test
    void ownCpuInSlices_isComparedInStretchesOfAJvmsOwnTime() {
        Result result = new Result(Workload.H2, JDK, Row.DEFAULT);
        // Two JVMs in turn: twenty seconds for ten of one's own. In the second twenty, twice and eight times the CPU,
        // and half of the rounds.
        result.pairs().add(new Pair(course(100, 100, 4, null), course(200, 800, 2, AGENT)));
        assertThat(page(List.of(result), "--slice", "300", "--rows", "default", "--seconds", "20", "--warmup", "0"))
                .endsWith("""
                        ## Own CPU by kind over time

                        | workload | JDK | row | 0-10 s | 10-20 s | lost in all, CPU s | agent says, CPU s |
                        | --- | --- | --- | --- | --- | --- | --- |
                        | h2 | 17.0.1 | default budget (1 %) | 1.00 | 4.00 | 10.0 | 3.0 |
                        """);
    }

    /** Of two kinds that need 100 for each of four rounds in ten seconds, for twenty seconds, and then so much for each of so many, for twenty more. */
    private static Sample course(long one, long other, long rounds, Sample.@Nullable AgentFigure agent) {
        List<Map<Integer, Sample.Kind>> course = new ArrayList<>();
        for (int ten = 1; ten <= 4; ten++) {
            course.add(Map.of(0, kind(ten, one, rounds), 1, kind(ten, other, rounds)));
        }
        return new Sample(1000, 10, 20, 30, 100, 64, 102_400, 300, 5, 0, 0.02, List.of(), course, KINDS, agent);
    }

    private static Sample.Kind kind(int tens, long cpuThen, long roundsThen) {
        long before = Math.min(tens, 2) * 4L;
        long then = Math.max(0, tens - 2) * roundsThen;
        return new Sample.Kind(before + then, before * 100 + then * cpuThen);
    }

    /** Of rounds in the first ten seconds and in the seconds after. */
    private static Sample perSecond(long first, long then) {
        List<Long> perSecond = new ArrayList<>(Collections.nCopies(10, first));
        perSecond.addAll(Collections.nCopies(15, then));
        return new Sample(1000, 10, 20, 30, 100, 64, 102_400, 300, 5, 0, 0.02, perSecond, List.of(), KINDS, null);
    }

    @Test
    void longRuns_haveTheStatusAlone() {
        Result result = result(Row.DEFAULT, watched(980, 0.5));
        assertThat(last(lines(List.of(result), "--seconds", "60"))).contains("| 2.00 % | 250, woven |");
    }

    @Test
    void rowThatDoesNotRun_saysWhy() {
        Result result = result(Row.LOCKS);
        result.fail("exit code 1: no such library");
        assertThat(last(lines(List.of(result)))).contains("| does not run here: exit code 1: no such library |");
    }

    @Test
    void rowThatStopped_saysWhyBehindItsPairs() {
        Result result = result(Row.FULL, PLAIN);
        result.fail("left no full.jfr");
        assertThat(last(lines(List.of(result)))).contains("| 1 (0 %), then: left no full.jfr |");
    }

    @Test
    void head_namesCommandMachineCommitAndLoad() {
        assertThat(String.join("\n", lines(List.of())))
                .contains("the command", "A processor, 2 processors", "abc1234", "0.10 0.20 0.30", "1.00 1.00 1.00");
    }
}
