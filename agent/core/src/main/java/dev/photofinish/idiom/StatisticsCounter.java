package dev.photofinish.idiom;

import dev.photofinish.site.Shape;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * A counter of at most 32 bits that is only incremented and reported: {@code hits++}, {@code return hits;}. What counts as
 * reported is kept narrow; whether every place keeps to it is told by all places of the field together.
 */
final class StatisticsCounter {
    private static final Set<String> TYPES = Set.of("I", "S", "B", "C");

    private final MethodCode code;

    StatisticsCounter(MethodCode code) {
        this.code = code;
    }

    /** The shape of the access at the index. */
    Shape shape(int index) {
        Instruction access = code.at(index);
        if (!TYPES.contains(access.descriptor())) {
            return Shape.OTHER;
        }
        if (access.isWrite()) {
            return incremented(lastBefore(index), index) ? Shape.COUNT : Shape.OTHER;
        }
        int write = index + 3;
        if (isNarrowing(code.at(write))) {
            write++;
        }
        if (code.at(write).isWrite() && incremented(index, write)) {
            return Shape.COUNT;
        }
        return reported(index) ? Shape.REPORT : Shape.OTHER;
    }

    /** Where the read of an increment that ends before {@code write} stands. */
    private int lastBefore(int write) {
        return write - (isNarrowing(code.at(write - 1)) ? 4 : 3);
    }

    /** {@code [dup] get, constant, add, [narrow], put}: the sum goes nowhere else. */
    private boolean incremented(int read, int write) {
        Instruction get = code.at(read);
        Instruction put = code.at(write);
        int adds = code.at(read + 2).opcode();
        boolean own = get.is(Opcodes.GETSTATIC)
                ? put.is(Opcodes.PUTSTATIC)
                : get.is(Opcodes.GETFIELD)
                        && put.is(Opcodes.PUTFIELD)
                        && code.at(read - 1).is(Opcodes.DUP);
        return own
                && get.field().equals(put.field())
                && code.at(read + 1).isIntConstant()
                && (adds == Opcodes.IADD || adds == Opcodes.ISUB);
    }

    private static boolean isNarrowing(Instruction instruction) {
        return instruction.is(Opcodes.I2B) || instruction.is(Opcodes.I2S) || instruction.is(Opcodes.I2C);
    }

    private boolean reported(int read) {
        Instruction next = code.at(read + 1);
        if (next.is(Opcodes.I2L)) {
            next = code.at(read + 2);
        }
        if (next.isReturnOfValue()) {
            return code.size() <= 4;
        }
        int end = read + 1;
        if (isBoxing(code.at(end))) {
            end++;
        }
        while (isPush(code.at(end))) {
            end++;
        }
        return isReport(code.at(end));
    }

    private static boolean isPush(Instruction instruction) {
        return instruction.isLoad() || instruction.isRead() || instruction.isConstant();
    }

    private static boolean isBoxing(Instruction call) {
        return call.is(Opcodes.INVOKESTATIC)
                && call.name().equals("valueOf")
                && call.owner().startsWith("java/lang/");
    }

    private static boolean isReport(Instruction call) {
        if (!call.isCall()) {
            return false;
        }
        String owner = call.owner();
        return switch (call.name()) {
            case "makeConcatWithConstants" -> owner.equals("java/lang/invoke/StringConcatFactory");
            case "append" -> owner.equals("java/lang/StringBuilder") || owner.equals("java/lang/StringBuffer");
            case "print", "println" -> owner.equals("java/io/PrintStream") || owner.equals("java/io/PrintWriter");
            default -> owner.endsWith("/Logger") || owner.endsWith("/Log");
        };
    }
}
