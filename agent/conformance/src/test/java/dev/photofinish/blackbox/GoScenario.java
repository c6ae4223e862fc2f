package dev.photofinish.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A test of the Go race detector's suite, as the list beside this class has it.
 *
 * @param racy it must be reported
 * @param counted it is one of the 353; the others were added to Go since
 * @param status {@code ported}, or why it is not portable
 */
record GoScenario(String name, String file, boolean racy, boolean counted, String status) {
    private static final String LIST = "go-scenarios.tsv";
    private static final String NOT_PORTABLE = "not portable: ";

    /** All of them, in the order of the list. */
    static List<GoScenario> all() {
        try (InputStream in = GoScenario.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("expected the resource " + LIST);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(GoScenario::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }

    boolean ported() {
        return status.equals("ported");
    }

    /** Why it is not portable; empty where it is. */
    String reason() {
        return status.startsWith(NOT_PORTABLE) ? status.substring(NOT_PORTABLE.length()) : "";
    }

    private static GoScenario of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5 || !cells[2].matches("[RN]") || !cells[3].matches("suite|later")) {
            throw new IllegalStateException("expected name, file, R or N, suite or later, status; found " + line);
        }
        return new GoScenario(cells[0], cells[1], cells[2].equals("R"), cells[3].equals("suite"), cells[4]);
    }
}
