package dev.photofinish.demo.report;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that waits for findings and prints them; ends with 0 where races were found, with 1 where none were. */
public final class Report {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int PLACES = 2;

    private final ReportOptions options;
    private final Expected expected;
    private final Analyzer analyzer;
    private final ReportText text;
    private final PrintStream out;
    private final Map<String, Duration> firstSeen = new LinkedHashMap<>();
    private List<FoundRace> races = new ArrayList<>();
    private List<FoundContention> contention = new ArrayList<>();

    private Report(ReportOptions options, Expected expected, PrintStream out) {
        this.options = options;
        this.expected = expected;
        this.analyzer = new Analyzer(options.analyzer());
        this.text = new ReportText(expected);
        this.out = out;
    }

    /** Runs until everything expected was found or the time is over. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /** The same with another output; the exit code is returned. 2 means that the analyzer could not be asked. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            ReportOptions options = ReportOptions.parse(arguments);
            Report report = new Report(options, Expected.read(options.expected()), out);
            report.await();
            report.print();
            return report.firstSeen.isEmpty() ? 1 : 0;
        } catch (IOException | IllegalArgumentException e) {
            err.println("no report: " + e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private void await() throws IOException, InterruptedException {
        Duration spoken = elapsed();
        while (true) {
            look();
            Duration now = elapsed();
            if (complete() || now.compareTo(options.patience()) >= 0) {
                return;
            }
            if (now.minus(spoken).compareTo(HEARTBEAT) >= 0) {
                out.printf(
                        "  %3d s: %d of %d racy fields, %d of %d long-held locks so far%n",
                        now.toSeconds(),
                        found(),
                        expected.racy().size(),
                        holdingsFound(),
                        expected.contended().size());
                spoken = now;
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private void look() throws IOException, InterruptedException {
        races = analyzer.races();
        contention = analyzer.contention();
        for (FoundRace race : races) {
            if (firstSeen.putIfAbsent(race.field(), elapsed()) == null) {
                out.printf("  %5.1f s: race on %s%n", seconds(race.field()), race.field());
            }
        }
    }

    private void print() {
        out.println();
        Map<String, List<FoundRace>> byField =
                races.stream().collect(Collectors.groupingBy(FoundRace::field, TreeMap::new, Collectors.toList()));
        byField.values().forEach(ofField -> out.println(text.field(ofField)));
        expected.contended().stream()
                .flatMap(this::placesOf)
                .distinct()
                .forEach(place -> out.println(text.contention(place)));
        out.println(text.summary(firstSeen));
    }

    /** The waits that a long hold explains: those whose holder is known first, then the longest. */
    private Stream<FoundContention> placesOf(Expected.Holding holding) {
        return contention.stream()
                .filter(holding::explains)
                .sorted(Comparator.comparing(holding::isKnownFor)
                        .thenComparing(FoundContention::waitNanos)
                        .reversed())
                .limit(PLACES);
    }

    private boolean complete() {
        return found() == expected.racy().size()
                && holdingsFound() == expected.contended().size();
    }

    private long found() {
        return expected.racy().stream().filter(firstSeen::containsKey).count();
    }

    private long holdingsFound() {
        return expected.contended().stream()
                .filter(holding -> contention.stream().anyMatch(holding::isKnownFor))
                .count();
    }

    private Duration elapsed() {
        return Duration.between(options.attached(), Instant.now());
    }

    private double seconds(String field) {
        return firstSeen.getOrDefault(field, Duration.ZERO).toMillis() / 1e3;
    }
}
