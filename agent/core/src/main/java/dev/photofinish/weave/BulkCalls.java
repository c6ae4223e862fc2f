package dev.photofinish.weave;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which calls of the JDK read or write a range of an array, by the call's arguments. */
final class BulkCalls {
    /** Stands for the beginning or the end of the array. */
    static final int WHOLE = -1;

    private static final Set<String> WRITES =
            Set.of("fill", "sort", "parallelSort", "setAll", "parallelSetAll", "parallelPrefix");
    private static final Set<String> READS =
            Set.of("stream", "hashCode", "deepHashCode", "toString", "deepToString", "binarySearch");
    private static final Set<String> READS_BOTH = Set.of("equals", "deepEquals", "mismatch", "compare");

    /**
     * One range.
     *
     * @param array which operand of the call is the array, the receiver counting as the first
     * @param from which operand is the first index; {@link #WHOLE} for 0
     * @param to which operand is the end; {@link #WHOLE} for that of the array
     * @param span whether that operand is the number of elements rather than an index
     */
    record Range(int array, boolean write, int from, int to, boolean span) {}

    private BulkCalls() {}

    static List<Range> of(int opcode, String owner, String name, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        if (owner.equals("java/lang/System") && name.equals("arraycopy")) {
            return List.of(new Range(0, false, 1, 4, true), new Range(2, true, 3, 4, true));
        }
        if (owner.startsWith("[") && name.equals("clone")) {
            return List.of(new Range(0, false, WHOLE, WHOLE, false));
        }
        if (owner.equals("java/util/Arrays") && arguments.length > 0 && isArray(arguments[0])) {
            return arrays(name, arguments);
        }
        boolean chars = descriptor.startsWith("([C")
                || (owner.equals("java/lang/String") && (descriptor.startsWith("([B") || descriptor.equals("([III)V")));
        boolean copies =
                switch (owner) {
                    case "java/lang/String" ->
                        Set.of("<init>", "valueOf", "copyValueOf").contains(name);
                    case "java/lang/StringBuilder", "java/lang/StringBuffer" -> name.equals("append");
                    default -> false;
                };
        if (!chars || !copies || descriptor.startsWith("([BI)") || descriptor.equals("([BIII)V")) {
            return List.of();
        }
        int array = opcode == Opcodes.INVOKESTATIC ? 0 : 1;
        boolean ranged = ranged(arguments);
        return List.of(new Range(array, false, ranged ? array + 1 : WHOLE, ranged ? array + 2 : WHOLE, ranged));
    }

    private static List<Range> arrays(String name, Type[] arguments) {
        boolean ranged = ranged(arguments);
        if (WRITES.contains(name)) {
            return List.of(new Range(0, true, ranged ? 1 : WHOLE, ranged ? 2 : WHOLE, false));
        }
        if (name.equals("copyOf")) {
            return List.of(new Range(0, false, WHOLE, 1, false));
        }
        if (READS.contains(name) || name.equals("copyOfRange")) {
            return List.of(new Range(0, false, ranged ? 1 : WHOLE, ranged ? 2 : WHOLE, false));
        }
        if (READS_BOTH.contains(name) && arguments.length == 2) {
            return List.of(new Range(0, false, WHOLE, WHOLE, false), new Range(1, false, WHOLE, WHOLE, false));
        }
        return List.of();
    }

    private static boolean isArray(Type type) {
        return type.getSort() == Type.ARRAY;
    }

    /** Whether two ints follow the array; {@code fill(int[], int)} has one. */
    private static boolean ranged(Type[] arguments) {
        return arguments.length >= 3 && arguments[1].getSort() == Type.INT && arguments[2].getSort() == Type.INT;
    }
}
