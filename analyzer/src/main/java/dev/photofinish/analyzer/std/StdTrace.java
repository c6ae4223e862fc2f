package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A trace as one complete window.
 *
 * @param trace the window
 * @param sites what its sites mean: the location of each line
 */
public record StdTrace(WindowTrace trace, SiteDictionary sites) {
    private static final int LONGEST_LINE = 10_000;

    /**
     * Reads a trace to its end. Empty lines are passed over.
     *
     * @param maxEvents most lines: more are an error, because a part of a trace has other races than the whole
     */
    public static StdTrace read(BufferedReader reader, long maxEvents) throws IOException, StdFormatException {
        StdReplay replay = new StdReplay();
        long number = 0;
        for (String line = next(reader, 1); line != null; line = next(reader, number + 1)) {
            number++;
            if (number > maxEvents) {
                throw new StdFormatException(number, "at most " + maxEvents + " lines", "more");
            }
            if (!line.isBlank()) {
                replay.add(StdLine.parse(line, number), number);
            }
        }
        if (number == 0) {
            throw new StdFormatException(1, "a trace", "an empty file");
        }
        return replay.end();
    }

    private static @Nullable String next(BufferedReader reader, long number) throws IOException, StdFormatException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() >= LONGEST_LINE) {
                throw new StdFormatException(number, "at most " + LONGEST_LINE + " characters", "more");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }
}
