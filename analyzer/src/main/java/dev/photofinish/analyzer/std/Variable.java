package dev.photofinish.analyzer.std;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operand of an access: {@code field}, {@code field@object} or {@code field@object[index]}.
 *
 * @param object number of the object, or of a static field; 0 where the trace gives none
 * @param index of the element; -1 for a field
 */
record Variable(String field, long object, int index) {
    private static final Pattern OF_OBJECT = Pattern.compile("(.+)@(\\d{1,18})(?:\\[(\\d{1,9})])?");

    /** The variable that an operand names; any word is one. */
    static Variable of(String operand) {
        Matcher matcher = OF_OBJECT.matcher(operand);
        if (!matcher.matches()) {
            return new Variable(operand, 0, -1);
        }
        String index = matcher.group(3);
        return new Variable(
                matcher.group(1), Long.parseLong(matcher.group(2)), index == null ? -1 : Integer.parseInt(index));
    }

    /** The operand that {@link #of} reads as this variable. */
    String operand() {
        return object == 0 && index < 0 ? field : field + "@" + object + (index < 0 ? "" : "[" + index + "]");
    }
}
