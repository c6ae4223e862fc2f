package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What of a method's accesses to arrays and objects of the JDK is watched: for each array instruction and each call, in the
 * order of the code, what holds each of its operands.
 */
final class ContentsPlan {
    static final ContentsPlan NONE = new ContentsPlan(List.of());

    private static final @Nullable FieldInfo[] UNWATCHED = {};

    private final List<@Nullable FieldInfo[]> instructions;

    /**
     * @param instructions per instruction and operand the contents that are watched, as of {@link
     *     dev.photofinish.site.FieldCatalog#contents}; null for an operand that is not
     */
    ContentsPlan(List<@Nullable FieldInfo[]> instructions) {
        this.instructions = List.copyOf(instructions);
    }

    static boolean isElementAccess(int opcode) {
        return isElementLoad(opcode) || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE);
    }

    static boolean isElementLoad(int opcode) {
        return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
    }

    /** The operands of an instruction; fewer than it has where those behind are not watched. */
    @Nullable
    FieldInfo[] operands(int instruction) {
        return instruction < instructions.size() ? instructions.get(instruction) : UNWATCHED;
    }

    boolean any() {
        for (FieldInfo[] operands : instructions) {
            for (FieldInfo operand : operands) {
                if (operand != null) {
                    return true;
                }
            }
        }
        return false;
    }
}
