package dev.photofinish.idiom;

import dev.photofinish.site.Shape;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;

/**
 * One method that fills one field on demand. With a single read every thread uses what it read or what it computed itself, and
 * a race costs a computation at most; with a second read for the result it may answer the default value.
 */
final class LazyInitialization {
    private static final Set<String> SMALL = Set.of("I", "S", "B", "C", "F");

    private final MethodCode code;
    private final Predicate<Instruction> repeatable;
    private final Predicate<String> immutable;

    /**
     * @param repeatable whether a call may be made by two threads instead of one without that anybody notices
     * @param immutable whether instances of a class are safe to publish by a race and to exist twice
     */
    LazyInitialization(MethodCode code, Predicate<Instruction> repeatable, Predicate<String> immutable) {
        this.code = code;
        this.repeatable = repeatable;
        this.immutable = immutable;
    }

    /** The shape of a field that the method reads and writes, where these are all its accesses there. */
    Shape shape(List<Integer> reads, List<Integer> writes) {
        if (code.isInitializer() || reads.isEmpty() || writes.size() != 1) {
            return Shape.OTHER;
        }
        int read = reads.get(0);
        int write = writes.get(0);
        int producer = producer(write);
        if (read > write
                || !ownReceiver(read)
                || code.inLoop(read)
                || code.at(producer).isConstant()) {
            return Shape.OTHER;
        }
        if (reads.size() == 1) {
            int test = testOfKept(read);
            return test > 0
                            && guards(test, write)
                            && safe(code.at(write).descriptor(), code.at(producer))
                            && repeatable(test, write)
                    ? Shape.LAZY_SINGLE_READ
                    : Shape.OTHER;
        }
        int test = Math.max(testOfKept(read), testAt(read + 1));
        int last = reads.get(reads.size() - 1);
        return test > 0 && last > write && guards(test, write) && returned(last) ? Shape.LAZY_DOUBLE_READ : Shape.OTHER;
    }

    private boolean ownReceiver(int read) {
        Instruction receiver = code.at(read - 1);
        return code.at(read).is(Opcodes.GETSTATIC)
                || ((code.access & Opcodes.ACC_STATIC) == 0 && receiver.is(Opcodes.ALOAD) && receiver.variable() == 0);
    }

    /** The test of a value that was kept in a local variable before it was tested; -1 for none. */
    private int testOfKept(int read) {
        int next = read + 1;
        if (code.at(next).is(Opcodes.CHECKCAST)) {
            next++;
        }
        Instruction keep = code.at(next);
        if (keep.isStore()) {
            Instruction load = code.at(next + 1);
            return load.isLoad() && load.variable() == keep.variable() ? testAt(next + 2) : -1;
        }
        return keep.is(Opcodes.DUP) ? testAt(code.at(next + 1).isStore() ? next + 2 : next + 1) : -1;
    }

    /** The index of the jump that compares with the default value, or with another constant; -1 for none. */
    private int testAt(int index) {
        int jump = code.at(index).isIntConstant() ? index + 1 : index;
        return switch (code.at(jump).opcode()) {
            case Opcodes.IFNULL, Opcodes.IFNONNULL, Opcodes.IFEQ, Opcodes.IFNE -> jump == index ? jump : -1;
            case Opcodes.IF_ICMPEQ, Opcodes.IF_ICMPNE -> jump > index ? jump : -1;
            default -> -1;
        };
    }

    /** Whether the write is reached only where the value was missing. */
    private boolean guards(int test, int write) {
        int target = code.target(code.at(test));
        return switch (code.at(test).opcode()) {
            case Opcodes.IFNONNULL, Opcodes.IFNE, Opcodes.IF_ICMPNE -> test < write && target > write;
            default -> target > test && target <= write;
        };
    }

    /** The instruction that made the value that is written. */
    private int producer(int write) {
        int at = write - 1;
        if (code.at(at).isLoad()) {
            int variable = code.at(at).variable();
            while (at >= 0 && !(code.at(at).isStore() && code.at(at).variable() == variable)) {
                at--;
            }
            at--;
        }
        while (code.at(at).isStore()
                || code.at(at).is(Opcodes.DUP)
                || code.at(at).is(Opcodes.DUP_X1)
                || code.at(at).is(Opcodes.CHECKCAST)) {
            at--;
        }
        return at;
    }

    private boolean safe(String type, Instruction producer) {
        if (SMALL.contains(type)) {
            return true;
        }
        boolean created = producer.is(Opcodes.INVOKESPECIAL) && producer.name().equals("<init>");
        return type.startsWith("L")
                && (immutable.test(type.substring(1, type.length() - 1))
                        || (created && immutable.test(producer.owner())));
    }

    /** Whether everything between the test and the write may happen twice. */
    private boolean repeatable(int test, int write) {
        for (int i = test; i < write; i++) {
            if (code.at(i).isWrite() || (code.at(i).isCall() && !repeatable.test(code.at(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean returned(int read) {
        return code.at(read + (code.at(read + 1).is(Opcodes.CHECKCAST) ? 2 : 1)).isReturnOfValue();
    }
}
