package dev.photofinish.weave;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the exception ranges by which compilers let go of a monitor: those for any exception that begin right after a {@code
 * monitorenter}, the outermost where several begin there.
 */
final class MonitorRanges extends MethodVisitor {
    private final Map<Integer, Integer> found;
    private final Map<Label, Integer> forAny = new HashMap<>();
    private int ranges;
    private int enters;
    private boolean entered;

    /** @param found which range, by its place in the exception table, belongs to the how manieth {@code monitorenter} */
    MonitorRanges(MethodVisitor next, Map<Integer, Integer> found) {
        super(Opcodes.ASM9, next);
        this.found = found;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type == null) {
            forAny.put(start, ranges);
        }
        ranges++;
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            enters++;
            entered = true;
        } else if (opcode != Opcodes.NOP) {
            entered = false;
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitLabel(Label label) {
        Integer range = forAny.get(label);
        if (entered && range != null) {
            found.put(enters - 1, range);
            entered = false;
        }
        super.visitLabel(label);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        entered = false;
        super.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        entered = false;
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        entered = false;
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        entered = false;
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        entered = false;
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        entered = false;
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        entered = false;
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitLdcInsn(Object value) {
        entered = false;
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        entered = false;
        super.visitIincInsn(slot, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        entered = false;
        super.visitTableSwitchInsn(min, max, otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        entered = false;
        super.visitLookupSwitchInsn(otherwise, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        entered = false;
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
