package dev.photofinish.idiom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The instructions of one method, without labels, lines and frames. */
final class MethodCode extends MethodVisitor {
    final int access;
    final String method;
    final String descriptor;
    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Label, Integer> positions = new HashMap<>();

    MethodCode(int access, String method, String descriptor) {
        super(Opcodes.ASM9);
        this.access = access;
        this.method = method;
        this.descriptor = descriptor;
    }

    int size() {
        return instructions.size();
    }

    /** The instruction at the index; one that is nothing where there is none. */
    Instruction at(int index) {
        return index >= 0 && index < instructions.size() ? instructions.get(index) : NOTHING;
    }

    /** Index of the instruction that a jump leads to; -1 where it is no jump. */
    int target(Instruction jump) {
        return jump.target() == null ? -1 : positions.getOrDefault(jump.target(), -1);
    }

    boolean isInitializer() {
        return method.equals("<init>") || method.equals("<clinit>");
    }

    /** Whether a jump leads from behind the instruction back to it or before it. */
    boolean inLoop(int index) {
        for (int i = index; i < instructions.size(); i++) {
            int target = target(instructions.get(i));
            if (target >= 0 && target <= index) {
                return true;
            }
        }
        return false;
    }

    private static final Instruction NOTHING = new Instruction(Opcodes.NOP, -1, "", "", "", null);

    private void add(int opcode, int variable, String owner, String name, String type, @Nullable Label target) {
        instructions.add(new Instruction(opcode, variable, owner, name, type, target));
    }

    private void add(int opcode) {
        add(opcode, -1, "", "", "", null);
    }

    @Override
    public void visitInsn(int opcode) {
        add(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        add(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        add(opcode, variable, "", "", "", null);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        add(opcode, -1, type, "", "", null);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
        add(opcode, -1, owner, name, type, null);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
        add(opcode, -1, owner, name, type, null);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
        add(Opcodes.INVOKEDYNAMIC, -1, bootstrap.getOwner(), name, type, null);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        add(opcode, -1, "", "", "", label);
    }

    @Override
    public void visitLabel(Label label) {
        positions.put(label, instructions.size());
    }

    @Override
    public void visitLdcInsn(Object value) {
        add(Opcodes.LDC, -1, "", "", value instanceof Integer ? "I" : "", null);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        add(Opcodes.IINC, variable, "", "", "", null);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
        add(Opcodes.TABLESWITCH);
    }

    @Override
    public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
        add(Opcodes.LOOKUPSWITCH);
    }

    @Override
    public void visitMultiANewArrayInsn(String type, int dimensions) {
        add(Opcodes.MULTIANEWARRAY);
    }
}
