package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.trace.FieldAccess;
import java.util.List;

/** The wanted fields of one event, by the index of their column. Overwritten by the next event of the chunk. */
final class EventRow {
    /** The value of a column that the chunk does not have; no number of 32 bits and no position of a text. */
    static final long ABSENT = Long.MIN_VALUE;

    private final ConstantPools pools;
    private long[] values = new long[0];
    private EventType type = EventType.LOSS;
    private int start;

    EventRow(ConstantPools pools) {
        this.pools = pools;
    }

    /** Becomes the row of the event that begins at {@code position} and has these values. */
    void become(EventType eventType, int position, long[] slots) {
        type = eventType;
        start = position;
        values = slots;
    }

    EventType type() {
        return type;
    }

    long number(int column) {
        return values[column];
    }

    int integer(int column) {
        long value = values[column];
        if (value != (int) value) {
            throw unexpected(column, "a number of 32 bits");
        }
        return (int) value;
    }

    /** A number of 32 bits of a column that the chunk may not have. */
    long numberOr(int column, long otherwise) {
        return values[column] == ABSENT ? otherwise : values[column];
    }

    int integerOr(int column, int otherwise) {
        return values[column] == ABSENT ? otherwise : integer(column);
    }

    /** A number that counts from 0. */
    int natural(int column) {
        if (values[column] < 0 || values[column] > Integer.MAX_VALUE) {
            throw unexpected(column, "0 to " + Integer.MAX_VALUE);
        }
        return (int) values[column];
    }

    /** A number that counts from 1. */
    int ordinal(int column) {
        if (values[column] < 1 || values[column] > Integer.MAX_VALUE) {
            throw unexpected(column, "1 to " + Integer.MAX_VALUE);
        }
        return (int) values[column];
    }

    /** A number of things, or of units of time. */
    long amount(int column) {
        if (values[column] < 0) {
            throw unexpected(column, "0 or more");
        }
        return values[column];
    }

    /** A number of things, or of units of time, of a column that the chunk may not have. */
    long amountOr(int column, long otherwise) {
        return values[column] == ABSENT ? otherwise : amount(column);
    }

    boolean flag(int column) {
        if ((values[column] & ~1L) != 0) {
            throw unexpected(column, "0 or 1");
        }
        return values[column] == 1;
    }

    FieldAccess.Kind accessKind(int column) {
        FieldAccess.Kind kind = FieldAccess.Kind.of(values[column]);
        if (kind == null) {
            throw unexpected(column, "0 to 4");
        }
        return kind;
    }

    double real(int column) {
        return Double.longBitsToDouble(values[column]);
    }

    String text(int column) {
        return values[column] == ABSENT ? "" : pools.textAt(values[column]);
    }

    String className(int column) {
        return pools.className(values[column]);
    }

    String threadName(int column) {
        return pools.threadName(values[column]);
    }

    long javaThreadId(int column) {
        return pools.javaThreadId(values[column]);
    }

    List<Frame> frames(int column) {
        return pools.frames(values[column]);
    }

    private UnusableInputException unexpected(int column, String expected) {
        return new UnusableInputException(type.typeName() + ": expected "
                + type.columns().get(column).name() + " to be " + expected + ", found " + values[column]
                + " in the event at byte " + start);
    }
}
