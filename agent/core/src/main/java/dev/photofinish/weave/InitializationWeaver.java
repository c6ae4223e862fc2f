package dev.photofinish.weave;

import dev.photofinish.shadow.ClassChecks;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the end of class initializers, and the places that check for it. */
final class InitializationWeaver extends LinedWeaver {
    private static final String CLASS_PLACE = "(Ljava/lang/Class;J)V";
    private static final String CLASS_SITE = "(Ljava/lang/Class;I)V";

    private final InitializationChecks checks;

    /** In a constructor, how many constructors must have been called before it is the one of `super` or `this`. */
    private int pendingNews;

    private boolean entered;

    InitializationWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
        this.checks = context.initialization();
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (!context.method().equals("<init>")) {
            entry();
        }
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
            } else if (!entered) {
                entry();
            }
        }
    }

    private void entry() {
        entered = true;
        if (checks.atEntry(context.owner(), context.access(), context.method())) {
            probe(context.owner(), "checked", "class used");
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN && ClassInitialization.isInitializer(context.method())) {
            probe(context.owner(), "initialized", "class initialized");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (checks.atAccess(opcode, owner, descriptor, context.owner(), context.method())) {
            // A field that is inherited initializes the class that declares it, an interface perhaps.
            String declaring = context.field(owner, name, descriptor).declaringClass();
            if (!checks.isOver(owner, declaring)) {
                probe(owner, declaring.equals(owner) ? "checked" : "checkedInherited", "class used");
            }
        }
    }

    /** Class files before Java 5 have no class constants: only the own class is known there. */
    private void probe(String owner, String method, String kind) {
        boolean own = owner.equals(context.owner());
        if (!own && context.version() < Opcodes.V1_5) {
            return;
        }
        if (own) {
            OwnClass.push(mv, context);
        } else {
            mv.visitLdcInsn(Type.getObjectType(owner));
        }
        int site = context.site(line, "", 0, kind);
        if (method.equals("checked")) {
            mv.visitLdcInsn((long) ClassChecks.next() << Integer.SIZE | site);
            Probes.call(mv, Probes.CLASS_INIT, method, CLASS_PLACE);
        } else {
            Probes.push(mv, site);
            Probes.call(mv, Probes.CLASS_INIT, method, CLASS_SITE);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals);
    }
}
