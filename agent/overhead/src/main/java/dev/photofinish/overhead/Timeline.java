package dev.photofinish.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the throughput of pairs compares in each ten seconds of the whole run, the warm-up included. */
final class Timeline {
    private static final int SLICE_SECONDS = 10;

    private Timeline() {}

    /** The slices of a run of that many seconds, as {@code 0-10 s}; a rest that is shorter is left out. */
    static List<String> titles(int seconds) {
        List<String> titles = new ArrayList<>();
        for (int from = 0; from + SLICE_SECONDS <= seconds; from += SLICE_SECONDS) {
            titles.add(from + "-" + (from + SLICE_SECONDS) + " s");
        }
        return titles;
    }

    /** For each slice the median over the pairs of the ratio of the rounds that ended in it. */
    static List<String> cells(List<Pair> pairs, int seconds) {
        List<String> cells = new ArrayList<>();
        for (int slice = 0; (slice + 1) * SLICE_SECONDS <= seconds; slice++) {
            int from = slice * SLICE_SECONDS;
            double[] ratios = pairs.stream()
                    .filter(pair -> rounds(pair.plain(), from) > 0)
                    .mapToDouble(pair -> (double) rounds(pair.with(), from) / rounds(pair.plain(), from))
                    .toArray();
            cells.add(
                    ratios.length == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT, "%.2f", Interval.of(ratios).median()));
        }
        return cells;
    }

    private static long rounds(Sample sample, int from) {
        return sample.perSecond().stream()
                .skip(from)
                .limit(SLICE_SECONDS)
                .mapToLong(Long::longValue)
                .sum();
    }
}
