package dev.photofinish.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds the static types of the objects whose monitors a method takes, where the instruction that makes the object known stands
 * just before, as compilers write it: {@code (load) (dup astore) monitorenter}. Of all others nothing is known: {@code Object}.
 */
final class MonitorTypes extends MethodVisitor {
    private static final String ANYTHING = "java/lang/Object";

    private final boolean instance;
    private final String owner;
    private final MethodNeeds found;
    private String loaded = ANYTHING;
    private boolean loadsThis;

    /**
     * @param access the flags of the method
     * @param owner internal name of its class
     * @param found takes the types
     */
    MonitorTypes(MethodVisitor next, int access, String owner, MethodNeeds found) {
        super(Opcodes.ASM9, next);
        this.instance = (access & Opcodes.ACC_STATIC) == 0;
        this.owner = owner;
        this.found = found;
    }

    private void load(String type) {
        loaded = type;
        loadsThis = false;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            found.monitorTypes.add(loaded);
            found.locksThis |= loadsThis;
        }
        if (opcode != Opcodes.DUP) {
            load(ANYTHING);
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode == Opcodes.ALOAD && slot == 0 && instance) {
            load(owner);
            loadsThis = true;
        } else if (opcode != Opcodes.ASTORE) {
            load(ANYTHING);
        }
        super.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        load(read ? typeOf(Type.getType(descriptor)) : ANYTHING);
        super.visitFieldInsn(opcode, fieldOwner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        load(typeOf(Type.getReturnType(descriptor)));
        super.visitMethodInsn(opcode, callee, name, descriptor, isInterface);
    }

    @Override
    public void visitLdcInsn(Object value) {
        load(value instanceof Type type && type.getSort() != Type.METHOD ? "java/lang/Class" : ANYTHING);
        super.visitLdcInsn(value);
    }

    /** An array is of any class that holds what it may hold. */
    private static String typeOf(Type type) {
        return type.getSort() == Type.OBJECT ? type.getInternalName() : ANYTHING;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        load(opcode == Opcodes.CHECKCAST ? typeOf(Type.getObjectType(type)) : ANYTHING);
        super.visitTypeInsn(opcode, type);
    }

    /** Where control may come from elsewhere, with another object. */
    @Override
    public void visitLabel(Label label) {
        load(ANYTHING);
        super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        load(ANYTHING);
        super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        load(ANYTHING);
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitIincInsn(int slot, int increment) {
        load(ANYTHING);
        super.visitIincInsn(slot, increment);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        load(ANYTHING);
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        load(ANYTHING);
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }
}
