package dev.photofinish.overhead;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code -Xlog:safepoint} writes, the same from JDK 17 on: one line per safepoint, with how long it took in all. */
final class SafepointLog {
    private static final Pattern TOTAL = Pattern.compile("Total:\\s*(\\d+) ns");

    private SafepointLog() {}

    /** The longest pause; refuses a log without any. */
    static double longestMillis(List<String> lines) {
        long longest = -1;
        for (String line : lines) {
            Matcher total = TOTAL.matcher(line);
            if (total.find()) {
                longest = Math.max(longest, Long.parseLong(total.group(1)));
            }
        }
        if (longest < 0) {
            throw new IllegalArgumentException("expected safepoints, found " + lines.size() + " lines without one");
        }
        return longest / 1e6;
    }
}
