package dev.photofinish.weave;

import java.util.BitSet;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the reads of updates as compilers write {@code field++} and {@code field += operand} where nobody uses the value: {@code
 * (dup) getfield operand arithmetic putfield}, the same field of the same object, the operand a constant or a variable.
 *
 * <p>What such a read has seen decides nothing but what is written next.
 */
final class UpdateReads extends Peephole {
    private enum Step {
        NONE,
        COPIED,
        READ,
        LOADED,
        COMPUTED
    }

    private final BitSet found;
    private Step step = Step.NONE;
    private int fieldInstructions;
    private int read;
    private int opcodeOfWrite;
    private String owner = "";
    private String name = "";
    private String descriptor = "";

    /** @param found takes the numbers of the reads among the field instructions, from 0 */
    UpdateReads(MethodVisitor next, BitSet found) {
        super(next);
        this.found = found;
    }

    @Override
    void forget() {
        step = Step.NONE;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.DUP) {
            step = Step.COPIED;
        } else if (step == Step.READ && opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.DCONST_1) {
            step = Step.LOADED;
        } else if (step == Step.LOADED && isArithmetic(opcode)) {
            step = Step.COMPUTED;
        } else if (step != Step.COMPUTED || opcode < Opcodes.I2B || opcode > Opcodes.I2S) {
            step = Step.NONE;
        }
        mv.visitInsn(opcode);
    }

    /** Of two operands, without those that may throw. */
    private static boolean isArithmetic(int opcode) {
        return (opcode >= Opcodes.IADD && opcode <= Opcodes.DMUL) || (opcode >= Opcodes.ISHL && opcode <= Opcodes.LXOR);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        load(opcode >= Opcodes.ILOAD && opcode <= Opcodes.DLOAD);
        mv.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        load(opcode != Opcodes.NEWARRAY);
        mv.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitLdcInsn(Object value) {
        load(value instanceof Number);
        mv.visitLdcInsn(value);
    }

    private void load(boolean simple) {
        step = simple && step == Step.READ ? Step.LOADED : Step.NONE;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        int number = fieldInstructions++;
        if (opcode == Opcodes.GETSTATIC || (opcode == Opcodes.GETFIELD && step == Step.COPIED)) {
            step = Step.READ;
            read = number;
            opcodeOfWrite = opcode == Opcodes.GETSTATIC ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD;
            this.owner = owner;
            this.name = name;
            this.descriptor = descriptor;
        } else {
            if (step == Step.COMPUTED && opcode == opcodeOfWrite && isField(owner, name, descriptor)) {
                found.set(read);
            }
            step = Step.NONE;
        }
        mv.visitFieldInsn(opcode, owner, name, descriptor);
    }

    private boolean isField(String owner, String name, String descriptor) {
        return this.name.equals(name) && this.owner.equals(owner) && this.descriptor.equals(descriptor);
    }
}
