package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.Shape;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the field instructions of a method: watched fields, volatile fields, static fields of other classes. */
final class AccessWeaver extends MethodVisitor {
    private final MethodContext context;
    private int line = -1;

    /** In a constructor, before the super constructor has returned: `this` may not be passed to a probe. */
    private boolean uninitialized;

    private int pendingNews;
    private int accesses;

    AccessWeaver(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.uninitialized = context.method().equals("<init>");
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        super.visitLineNumber(number, start);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            pendingNews++;
        }
        super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (opcode == Opcodes.INVOKESPECIAL && name.equals("<init>")) {
            if (pendingNews > 0) {
                pendingNews--;
            } else if (uninitialized) {
                uninitialized = false;
                if (context.classInitialization()) {
                    checked();
                }
            }
        }
    }

    @Override
    public void visitCode() {
        super.visitCode();
        boolean isStatic = (context.access() & Opcodes.ACC_STATIC) != 0;
        if (context.classInitialization() && isStatic && !context.method().equals("<clinit>")) {
            if (ClassInitialization.isCheckedIn(context.access(), context.method())) {
                checked();
            }
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN
                && context.classInitialization()
                && context.method().equals("<clinit>")) {
            ClassInitialization.initialized(mv, context, context.site(line, "", 0, "class initialized"));
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        FieldInfo field = context.field(owner, name);
        Shape shape = context.shape(accesses);
        int words = Type.getType(descriptor).getSize();
        boolean isVolatile = field.isVolatile();
        boolean fenced = context.needs().fenced.contains(accesses++);
        if (isVolatile && !uninitialized) {
            weaveVolatile(opcode, owner, name, descriptor, field, words);
            return;
        }
        if (context.armed().test(field) && !uninitialized && !fenced) {
            beforeAccess(opcode, field, words, shape);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (opcode == Opcodes.GETSTATIC && context.classInitialization() && !owner.equals(context.owner())) {
            checkedElsewhere(owner);
        }
    }

    private void beforeAccess(int opcode, FieldInfo field, int words, Shape shape) {
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        int site = context.site(line, field.qualifiedName(), field.id(), write ? "write" : "read", shape);
        switch (opcode) {
            case Opcodes.GETFIELD -> {
                mv.visitInsn(Opcodes.DUP);
                Probes.push(mv, site);
                Probes.call(mv, Probes.FIELD, "read", "(Ljava/lang/Object;I)V");
            }
            case Opcodes.PUTFIELD -> {
                Probes.copyFromUnder(mv, words);
                Probes.push(mv, site);
                Probes.call(mv, Probes.FIELD, "write", "(Ljava/lang/Object;I)V");
            }
            default -> {
                Probes.push(mv, site);
                Probes.call(mv, Probes.FIELD, write ? "writeStatic" : "readStatic", "(I)V");
            }
        }
    }

    private void weaveVolatile(int opcode, String owner, String name, String descriptor, FieldInfo field, int words) {
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        int site = context.site(line, field.qualifiedName(), field.id(), write ? "volatile write" : "volatile read");
        switch (opcode) {
            case Opcodes.GETFIELD -> {
                mv.visitInsn(Opcodes.DUP);
                super.visitFieldInsn(opcode, owner, name, descriptor);
                Probes.moveFromUnder(mv, words);
                Probes.push(mv, site);
                Probes.call(mv, Probes.VOLATILE, "afterRead", "(Ljava/lang/Object;I)V");
            }
            case Opcodes.PUTFIELD -> {
                Probes.copyFromUnder(mv, words);
                Probes.push(mv, site);
                Probes.call(mv, Probes.VOLATILE, "beforeWrite", "(Ljava/lang/Object;I)V");
                super.visitFieldInsn(opcode, owner, name, descriptor);
            }
            case Opcodes.GETSTATIC -> {
                super.visitFieldInsn(opcode, owner, name, descriptor);
                Probes.push(mv, site);
                Probes.call(mv, Probes.VOLATILE, "afterReadStatic", "(I)V");
                if (context.classInitialization() && !owner.equals(context.owner())) {
                    checkedElsewhere(owner);
                }
            }
            default -> {
                Probes.push(mv, site);
                Probes.call(mv, Probes.VOLATILE, "beforeWriteStatic", "(I)V");
                super.visitFieldInsn(opcode, owner, name, descriptor);
            }
        }
    }

    private void checkedElsewhere(String owner) {
        if (!owner.startsWith("java/") && context.version() >= Opcodes.V1_5) {
            ClassInitialization.checkedElsewhere(mv, owner, context.site(line, "", 0, "class used"));
        }
    }

    private void checked() {
        ClassInitialization.checked(mv, context, context.site(line, "", 0, "class used"));
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals);
    }
}
