package dev.photofinish.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lock that a reported cycle has been taken under another.
 *
 * @param held the class of the lock held
 * @param acquired the class of the lock taken
 * @param acquiredIn the method that took it, as {@code Class.method}
 * @param stack the methods that were active, the one that had taken the first lock among them
 */
record LockOrder(String held, String acquired, String acquiredIn, Set<String> stack) {
    /** A step of a cycle, without identities and lines. */
    static LockOrder of(JsonNode step) {
        Set<String> stack = new TreeSet<>();
        for (JsonNode frame : step.required("stack")) {
            stack.add(frame.required("class").asText() + "."
                    + frame.required("method").asText());
        }
        return new LockOrder(
                before('@', step.required("held").asText()),
                before('@', step.required("acquired").asText()),
                before(':', step.required("acquiredAt").asText()),
                stack);
    }

    private static String before(char end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
