package dev.photofinish.analyzer.page;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML whose tags match and whose texts and attributes are escaped. Used by one thread. */
final class Html {
    private final StringBuilder out = new StringBuilder("<!doctype html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element with attributes, given as names and values in turn. */
    Html open(String tag, String... attributes) {
        element(tag, attributes);
        open.push(tag);
        return this;
    }

    /** An element that has no end tag. */
    Html leaf(String tag, String... attributes) {
        element(tag, attributes);
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but a text in it. */
    Html element(String tag, String styleClass, String text) {
        return open(tag, "class", styleClass).text(text).close();
    }

    /** The whole page. */
    String finish() {
        while (!open.isEmpty()) {
            close();
        }
        return out.append('\n').toString();
    }

    private void element(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(printable(c) ? c : '\ufffd');
            }
        }
    }

    /** Control characters, and those that turn the direction of writing, could make one name look like another. */
    private static boolean printable(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turnsDirection = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        return !control && !turnsDirection;
    }
}
