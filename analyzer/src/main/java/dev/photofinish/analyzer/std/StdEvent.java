package dev.photofinish.analyzer.std;

/**
 * One line of a trace.
 *
 * @param operand the lock, variable or thread; empty for {@code begin} and {@code end}
 */
record StdEvent(String thread, Op op, String operand, String location) {
    /** What a line says that its thread did. */
    enum Op {
        ACQUIRE("acq"),
        RELEASE("rel"),
        READ("r"),
        WRITE("w"),
        FORK("fork"),
        JOIN("join"),
        BEGIN("begin"),
        END("end");

        private final String word;

        Op(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean hasOperand() {
            return this != BEGIN && this != END;
        }
    }

    /** The line, without its end. */
    String line() {
        return thread + "|" + op.word() + (op.hasOperand() ? "(" + operand + ")" : "") + "|" + location;
    }
}
