package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.finding.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers and times as a person reads them. */
final class Words {
    private Words() {}

    static String ago(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min ago";
        }
        return seconds < 172_800 ? seconds / 3600 + " h ago" : seconds / 86_400 + " d ago";
    }

    static String duration(long nanos) {
        return Durations.shown(nanos);
    }

    static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.2f %%", ratio * 100);
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code Class.method:line} without the package. */
    static String shortSite(String className, String method, int line) {
        return shortName(className) + "." + method + (line < 0 ? "" : ":" + line);
    }

    static String shortName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
