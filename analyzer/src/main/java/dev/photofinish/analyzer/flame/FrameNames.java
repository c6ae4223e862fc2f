package dev.photofinish.analyzer.flame;

import dev.photofinish.analyzer.finding.Frame;
import java.util.function.IntPredicate;

/** {@code Class.method} of a frame, made harmless and bounded, so that a few long names cannot make a huge file. */
final class FrameNames {
    private static final int MAX_LENGTH = 500;

    private FrameNames() {}

    /** For a person: whatever hides itself or turns the direction of writing is replaced. */
    static String shown(Frame frame) {
        return shown(frame.className()) + '.' + shown(frame.method());
    }

    static String shown(String text) {
        return replace(text, FrameNames::hidden, '\ufffd');
    }

    /** For the collapsed format, in which {@code ;} ends a frame, a space the stack, and a line the record. */
    static String collapsed(Frame frame) {
        return replace(frame.className(), FrameNames::separates, '_')
                + '.'
                + replace(frame.method(), FrameNames::separates, '_');
    }

    private static String replace(String text, IntPredicate refused, char replacement) {
        return text.codePoints()
                .limit(MAX_LENGTH)
                .map(c -> refused.test(c) ? replacement : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean separates(int c) {
        return c == ';' || Character.isSpaceChar(c) || hidden(c);
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
