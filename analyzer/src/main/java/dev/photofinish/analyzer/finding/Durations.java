package dev.photofinish.analyzer.finding;

import java.util.Locale;

/** Times as pages show them. */
public final class Durations {
    private Durations() {}

    /** The time in the unit in which it is easiest to read, from microseconds to minutes. */
    public static String shown(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
        }
        if (nanos < 1_000_000_000) {
            return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        }
        return nanos < 120_000_000_000L
                ? String.format(Locale.ROOT, "%.1f s", nanos / 1e9)
                : String.format(Locale.ROOT, "%.1f min", nanos / 60e9);
    }
}
