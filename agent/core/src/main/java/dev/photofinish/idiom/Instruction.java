package dev.photofinish.idiom;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * One instruction of a method.
 *
 * @param variable local variable of a load or store, -1 for none
 * @param owner internal name of the class of a field or method; empty for none
 * @param target of a jump
 */
record Instruction(
        int opcode,
        int variable,
        String owner,
        String name,
        String descriptor,
        @Nullable Label target) {
    boolean is(int wanted) {
        return opcode == wanted;
    }

    boolean isRead() {
        return opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    }

    boolean isWrite() {
        return opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
    }

    boolean isAccess() {
        return isRead() || isWrite();
    }

    /** The field of an access, for comparison. */
    String field() {
        return owner + "." + name;
    }

    boolean isCall() {
        return opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEDYNAMIC;
    }

    boolean isLoad() {
        return opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
    }

    boolean isStore() {
        return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    }

    boolean isReturnOfValue() {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN;
    }

    boolean isConstant() {
        return opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.LDC;
    }

    boolean isIntConstant() {
        return (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5)
                || opcode == Opcodes.BIPUSH
                || opcode == Opcodes.SIPUSH
                || (opcode == Opcodes.LDC && descriptor.equals("I"));
    }
}
