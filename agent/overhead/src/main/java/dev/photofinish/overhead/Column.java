package dev.photofinish.overhead;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/**
 * A column of the table: what it says of a pair.
 *
 * @param inSlices whether it says something of JVMs that are stopped all the time
 * @param figure of the JVM without the agent and the one with what the row says
 * @param format of one number
 */
record Column(String title, boolean inSlices, ToDoubleBiFunction<Sample, Sample> figure, String format) {
    private static final String RATIO = "%.3f";

    private static final List<Column> ALL = List.of(
            new Column("throughput", true, (plain, with) -> with.roundsPerSecond() / plain.roundsPerSecond(), RATIO),
            new Column(
                    "throughput by kind",
                    true,
                    (plain, with) -> Sample.byKind(plain.kinds(), with.kinds(), Sample.Kind::rounds),
                    RATIO),
            new Column(
                    "own CPU by kind",
                    true,
                    (plain, with) -> Sample.byKind(plain.kinds(), with.kinds(), Sample.Kind::cpuPerRound),
                    RATIO),
            new Column("p50", false, (plain, with) -> with.p50Micros() / plain.p50Micros(), RATIO),
            new Column("p99", false, (plain, with) -> with.p99Micros() / plain.p99Micros(), RATIO),
            new Column("p99.9", false, (plain, with) -> with.p999Micros() / plain.p999Micros(), RATIO),
            new Column("CPU per round", true, (plain, with) -> with.cpuNanos() / plain.cpuNanos(), RATIO),
            new Column(
                    "allocated per round",
                    true,
                    (plain, with) -> with.allocatedBytes() / plain.allocatedBytes(),
                    RATIO),
            new Column("peak RSS, MiB more", true, (plain, with) -> mebibytes(with) - mebibytes(plain), "%+.0f"),
            new Column(
                    "longest pause, ms more",
                    false,
                    (plain, with) -> with.longestPauseMillis() - plain.longestPauseMillis(),
                    "%+.1f"),
            new Column(
                    "first round, ms later",
                    false,
                    (plain, with) -> with.startUpMillis() - plain.startUpMillis(),
                    "%+.0f"));

    /** Those that say something of JVMs that run so. */
    static List<Column> of(Settings settings) {
        return ALL.stream()
                .filter(column -> column.inSlices || !settings.inSlices())
                .toList();
    }

    /** Those of these titles, in the order of the table. */
    static List<Column> of(List<String> titles) {
        return ALL.stream().filter(column -> titles.contains(column.title)).toList();
    }

    private static double mebibytes(Sample sample) {
        return sample.peakKibibytes() / 1024;
    }

    /** The cell of these pairs: the median, and its interval. */
    String cell(List<Pair> pairs) {
        Interval interval = Interval.of(pairs.stream()
                .mapToDouble(pair -> figure.applyAsDouble(pair.plain(), pair.with()))
                .toArray());
        return number(interval.median()) + " (" + number(interval.low()) + " to " + number(interval.high()) + ")";
    }

    /** What it says of one pair. */
    String number(Pair pair) {
        return number(figure.applyAsDouble(pair.plain(), pair.with()));
    }

    private String number(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
