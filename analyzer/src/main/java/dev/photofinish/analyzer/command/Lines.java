package dev.photofinish.analyzer.command;

import java.io.PrintWriter;
import java.util.Locale;

/** Lines of a text for a person, and figures in them. */
final class Lines {
    private Lines() {}

    /** A line in which names from the recording cannot do harm to a terminal. */
    static void line(PrintWriter out, String format, Object... args) {
        out.println(Printable.of(String.format(Locale.ROOT, format, args)));
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String duration(long nanos) {
        if (nanos >= 1_000_000_000L) {
            return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
        }
        return nanos >= 1_000_000L
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.1f us", nanos / 1e3);
    }
}
