package dev.photofinish.analyzer.std;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.race.RaceDetector;
import dev.photofinish.analyzer.race.RaceHistory;
import dev.photofinish.analyzer.trace.Completeness;
import dev.photofinish.analyzer.trace.SiteStacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The whole engine, from text to races, against the definition. How many traces: {@code random.traces} of the module's pom. */
class StdOracleTest {
    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void races_ofAnyTrace_areThoseOfTheDefinition(@ForAll("traces") List<StdEvent> events) throws Exception {
        if (events.isEmpty()) {
            return;
        }
        Set<String> expected = new Definition(events).races();
        Statistics.label("races").collect(expected.isEmpty() ? "none" : "some");
        Statistics.label("races").coverage(coverage -> {
            coverage.check("none").percentage(share -> share > 2);
            coverage.check("some").percentage(share -> share > 20);
        });
        assertThat(races(read(text(events)))).as(text(events)).isEqualTo(expected);
    }

    @Property
    void races_ofAnExportedTrace_areThoseOfTheOriginal(@ForAll("traces") List<StdEvent> events) throws Exception {
        if (events.isEmpty()) {
            return;
        }
        StdTrace original = read(text(events));
        StringWriter exported = new StringWriter();
        PrintWriter out = new PrintWriter(exported);
        new StdWriter(out).write(original.trace(), original.sites());
        out.flush();
        Set<String> expected = races(original);
        assertThat(exported.toString().isEmpty() ? Set.of() : races(read(exported.toString())))
                .isEqualTo(expected);
    }

    private static String text(List<StdEvent> events) {
        return events.stream().map(StdEvent::line).collect(Collectors.joining("\n"));
    }

    private static StdTrace read(String text) throws IOException, StdFormatException {
        return StdTrace.read(new BufferedReader(new StringReader(text)), 100_000);
    }

    private static Set<String> races(StdTrace read) {
        assertThat(Completeness.of(read.trace(), read.sites()).reason()).isEmpty();
        HappensBefore order = HappensBefore.replay(read.trace());
        assertThat(order.consistent()).isTrue();
        List<Race> races =
                new RaceDetector(read.trace(), order, read.sites(), new SiteStacks()).detect(new RaceHistory());
        assertThat(races).isNotNull();
        return races.stream()
                .map(race -> Definition.described(
                        race.field(),
                        location(race.accesses().get(0)),
                        location(race.accesses().get(1))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String location(AccessReport access) {
        return access.method();
    }

    @Provide
    Arbitrary<List<StdEvent>> traces() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 23);
        return Combinators.combine(numbers, numbers, numbers)
                .as(RandomTrace.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(RandomTrace::of);
    }
}
