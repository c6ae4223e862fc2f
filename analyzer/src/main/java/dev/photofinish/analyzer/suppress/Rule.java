package dev.photofinish.analyzer.suppress;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Race;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file: {@code field [in method] # reason}. {@code *} stands for any part of one name, {@code **} for any
 * packages too.
 *
 * @param method of one of the two sides; null for any
 */
record Rule(Pattern field, @Nullable Pattern method, String reason) {
    private static final Pattern LINE = Pattern.compile("(\\S+)(?:\\s+in\\s+(\\S+))?\\s*(?:#\\s*(.*))?");
    private static final Pattern GLOB = Pattern.compile("\\*\\*|\\*|[^*]+");

    /** The rule of a line that is neither empty nor a comment. */
    static Rule parse(String line, int number) {
        Matcher matcher = LINE.matcher(line.strip());
        String reason = matcher.matches() ? matcher.group(3) : null;
        if (reason == null || reason.isBlank()) {
            throw new SuppressionException("line " + number
                    + ": expected pkg.Class.field [in pkg.Class.method] # reason, found \"" + line.strip() + "\"");
        }
        String method = matcher.group(2);
        return new Rule(glob(matcher.group(1)), method == null ? null : glob(method), reason.strip());
    }

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        Matcher parts = GLOB.matcher(glob);
        while (parts.find()) {
            String part = parts.group();
            regex.append(part.equals("**") ? ".*" : part.equals("*") ? "[^.]*" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    boolean matches(Race race) {
        return field.matcher(race.field()).matches()
                && (method == null || race.accesses().stream().anyMatch(this::isIn));
    }

    private boolean isIn(AccessReport access) {
        return method != null
                && method.matcher(access.className() + "." + access.method()).matches();
    }
}
