package dev.photofinish.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * How pairs compare in each stretch of the whole run, the warm-up included: in throughput, or in slices, where others decide how much of the
 * machine a JVM has, in its threads' own CPU time per round, by kind.
 *
 * @param times how many JVMs shared the time, in slices two at least: one's own ten seconds take so many times as long
 * @param stretch tens of seconds of a JVM's own time
 * @param stretches how many of them; a rest that is shorter is left out
 */
record Timeline(int times, int stretch, int stretches) {
    private static final int TEN = 10;

    /** More columns no page has room for. */
    private static final int MOST = 20;

    static Timeline of(Settings settings) {
        int tens = (settings.warmUpSeconds() + settings.seconds()) / TEN;
        int stretch = Math.max(1, (tens + MOST - 1) / MOST);
        return new Timeline(settings.jvmsAtOnce(), stretch, tens / stretch);
    }

    /** As {@code 0-10 s}. */
    List<String> titles() {
        return each(i -> i * stretch * TEN + "-" + (i + 1) * stretch * TEN + " s");
    }

    /** For each stretch the median over the pairs; empty where nothing was done in it. */
    List<String> cells(List<Pair> pairs) {
        return each(i -> cell(
                pairs,
                (plain, with) -> times > 1 ? cpu(plain, with, i) : (double) rounds(with, i) / rounds(plain, i),
                "%.2f"));
    }

    /**
     * What the JVM with the row's agent has lost in all, median over the pairs: CPU seconds of all its processors in which it has done nothing
     * that the other one has not done as well, in rounds by kind.
     *
     * @param processors that one JVM has while it runs
     */
    String lost(List<Pair> pairs, int processors) {
        int last = stretches * stretch * times;
        double seconds = (double) stretches * stretch * TEN * processors;
        return cell(
                pairs,
                (plain, with) -> seconds
                        * (1 - Sample.byKind(plain.between(0, last), with.between(0, last), Sample.Kind::rounds)),
                "%.1f");
    }

    private List<String> each(IntFunction<String> stretchToText) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            texts.add(stretchToText.apply(i));
        }
        return texts;
    }

    private static String cell(List<Pair> pairs, ToDoubleBiFunction<Sample, Sample> figure, String format) {
        double[] ratios = pairs.stream()
                .mapToDouble(pair -> figure.applyAsDouble(pair.plain(), pair.with()))
                .filter(Double::isFinite)
                .toArray();
        return ratios.length == 0
                ? ""
                : String.format(Locale.ROOT, format, Interval.of(ratios).median());
    }

    private double cpu(Sample plain, Sample with, int i) {
        int from = i * stretch * times;
        int to = from + stretch * times;
        return Sample.byKind(plain.between(from, to), with.between(from, to), Sample.Kind::cpuPerRound);
    }

    private long rounds(Sample sample, int i) {
        return sample.perSecond().stream()
                .skip((long) i * stretch * TEN)
                .limit((long) stretch * TEN)
                .mapToLong(Long::longValue)
                .sum();
    }
}
