package dev.photofinish.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds the static types of the objects whose monitors a method takes, where the instruction that makes the object known stands
 * just before, as compilers write it: {@code (load) (dup astore) monitorenter}. Of all others nothing is known: {@code Object}.
 */
final class MonitorTypes extends Peephole {
    private static final String ANYTHING = "java/lang/Object";

    private final boolean instance;
    private final String owner;
    private final MethodNeeds found;
    private String loaded = ANYTHING;

    /** Of what was loaded instead, by a field or a call; null for none. */
    private @Nullable String descriptor;

    private boolean loadsThis;
    private boolean copied;

    /**
     * @param access the flags of the method
     * @param owner internal name of its class
     * @param found takes the types
     */
    MonitorTypes(MethodVisitor next, int access, String owner, MethodNeeds found) {
        super(next);
        this.instance = (access & Opcodes.ACC_STATIC) == 0;
        this.owner = owner;
        this.found = found;
    }

    @Override
    void forget() {
        load(ANYTHING);
    }

    private void load(String type) {
        loaded = type;
        descriptor = null;
        loadsThis = false;
        copied = false;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            found.monitorTypes.add(type());
            found.locksThis |= loadsThis;
        }
        if (opcode == Opcodes.DUP) {
            copied = true;
        } else {
            forget();
        }
        mv.visitInsn(opcode);
    }

    /** An array is of any class that holds what it may hold. */
    private String type() {
        if (descriptor == null) {
            return loaded;
        }
        Type type = descriptor.startsWith("(") ? Type.getReturnType(descriptor) : Type.getType(descriptor);
        return type.getSort() == Type.OBJECT ? type.getInternalName() : ANYTHING;
    }

    /** A copy may be kept for the end of the block. */
    @Override
    public void visitVarInsn(int opcode, int slot) {
        if (opcode == Opcodes.ALOAD && slot == 0 && instance) {
            load(owner);
            loadsThis = true;
        } else if (opcode == Opcodes.ASTORE && copied) {
            copied = false;
        } else {
            forget();
        }
        mv.visitVarInsn(opcode, slot);
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String fieldDescriptor) {
        forget();
        if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
            descriptor = fieldDescriptor;
        }
        mv.visitFieldInsn(opcode, fieldOwner, name, fieldDescriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String called, boolean isInterface) {
        forget();
        descriptor = called;
        mv.visitMethodInsn(opcode, callee, name, called, isInterface);
    }

    @Override
    public void visitLdcInsn(Object value) {
        load(value instanceof Type type && type.getSort() != Type.METHOD ? "java/lang/Class" : ANYTHING);
        mv.visitLdcInsn(value);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        forget();
        if (opcode == Opcodes.CHECKCAST) {
            descriptor = Type.getObjectType(type).getDescriptor();
        }
        mv.visitTypeInsn(opcode, type);
    }
}
