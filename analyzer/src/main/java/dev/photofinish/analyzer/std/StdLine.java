package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.std.StdEvent.Op;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one line of a trace. */
final class StdLine {
    private static final Map<String, Op> OPS = Stream.of(Op.values()).collect(Collectors.toMap(Op::word, op -> op));
    private static final int MOST_SHOWN = 60;

    private StdLine() {}

    /**
     * The event of the line.
     *
     * @param number of the line, for the message
     */
    static StdEvent parse(String line, long number) throws StdFormatException {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 3) {
            throw new StdFormatException(number, "thread|op(operand)|location", shown(line));
        }
        String thread = operand(parts[0], "a thread", number);
        String text = parts[1];
        int open = text.indexOf('(');
        Op op = OPS.get(open < 0 ? text : text.substring(0, open));
        if (op == null || (open >= 0 && !text.endsWith(")")) || (open < 0 && op.hasOperand())) {
            throw new StdFormatException(
                    number, "acq(x), rel(x), r(x), w(x), fork(x), join(x), begin or end", shown(text));
        }
        String operand = op.hasOperand()
                ? operand(text.substring(open + 1, text.length() - 1), "what " + op.word() + " is about", number)
                : "";
        return new StdEvent(thread, op, operand, parts[2].strip());
    }

    private static String operand(String text, String expected, long number) throws StdFormatException {
        String operand = text.strip();
        if (operand.isEmpty() || operand.chars().anyMatch(Character::isWhitespace)) {
            throw new StdFormatException(number, expected + ", one word", shown(text));
        }
        return operand;
    }

    private static String shown(String text) {
        return "\"" + (text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...") + "\"";
    }
}
