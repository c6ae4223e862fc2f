package dev.photofinish.demo.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the command line says.
 *
 * @param attached when the attach began
 * @param patience how long after that to wait
 */
record ReportOptions(URI analyzer, Path expected, Instant attached, Duration patience) {
    /** Parses {@code analyzer=URL expected=FILE attached=MILLIS timeout=SECONDS}; all must be there. */
    static ReportOptions parse(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            values.put(argument.substring(0, Math.max(equals, 0)), argument.substring(equals + 1));
        }
        return new ReportOptions(
                URI.create(value(values, "analyzer")),
                Path.of(value(values, "expected")),
                Instant.ofEpochMilli(Long.parseLong(value(values, "attached"))),
                Duration.ofSeconds(Long.parseLong(value(values, "timeout"))));
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + ": expected " + key + "=…, found only " + values.keySet());
        }
        return value;
    }
}
