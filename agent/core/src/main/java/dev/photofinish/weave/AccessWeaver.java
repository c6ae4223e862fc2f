package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.Shape;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves the field instructions of a method: watched fields and volatile fields. */
final class AccessWeaver extends LinedWeaver {

    /** In a constructor, before the super constructor has returned: `this` may not be passed to a probe. */
    private boolean uninitialized;

    private int pendingNews;
    private int accesses;

    AccessWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
        this.uninitialized = context.method().equals("<init>");
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
            }
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        FieldInfo field = context.field(owner, name, descriptor);
        int words = Type.getType(descriptor).getSize();
        boolean isVolatile = field.isVolatile();
        int access = accesses++;
        boolean fenced = context.needs().fenced.contains(access);
        if (isVolatile && !uninitialized) {
            weaveVolatile(opcode, owner, name, descriptor, field, access);
            return;
        }
        boolean watched = context.armed().test(field) && !fenced;
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        if (watched && !isStatic && !uninitialized) {
            beforeAccess(opcode, field, words, context.shape(access));
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (watched && isStatic) {
            afterAccess(opcode, field, context.shape(access));
        }
    }

    /** A static access initializes the class first, or waits for who does: what the access sees is known after it. */
    private void afterAccess(int opcode, FieldInfo field, Shape shape) {
        boolean write = opcode == Opcodes.PUTSTATIC;
        Probes.push(mv, context.site(line, field.qualifiedName(), field.id(), write ? "write" : "read", shape));
        Probes.call(mv, Probes.FIELD, probe(write ? "writeStatic" : "readStatic", field), "(I)V");
    }

    /** The probe of that name, or the one that looks at the gate of cold fields. */
    private String probe(String name, FieldInfo field) {
        return context.cold().test(field) ? name + "Cold" : name;
    }

    private void beforeAccess(int opcode, FieldInfo field, int words, Shape shape) {
        boolean write = opcode == Opcodes.PUTFIELD;
        int site = context.site(line, field.qualifiedName(), field.id(), write ? "write" : "read", shape);
        if (write) {
            Probes.copyFromUnder(mv, words);
        } else {
            mv.visitInsn(Opcodes.DUP);
        }
        Probes.push(mv, site);
        Probes.call(mv, Probes.FIELD, probe(write ? "write" : "read", field), "(Ljava/lang/Object;I)V");
    }

    private void weaveVolatile(int opcode, String owner, String name, String descriptor, FieldInfo field, int access) {
        int words = Type.getType(descriptor).getSize();
        String read = context.needs().updateReads.get(access) ? "afterUpdateRead" : "afterRead";
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        int site = context.site(line, field.qualifiedName(), field.id(), write ? "volatile write" : "volatile read");
        switch (opcode) {
            case Opcodes.GETFIELD -> {
                mv.visitInsn(Opcodes.DUP);
                super.visitFieldInsn(opcode, owner, name, descriptor);
                Probes.moveFromUnder(mv, words);
                Probes.push(mv, site);
                Probes.call(mv, Probes.VOLATILE, read, "(Ljava/lang/Object;I)V");
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
                Probes.call(mv, Probes.VOLATILE, read + "Static", "(I)V");
            }
            default -> {
                Probes.push(mv, site);
                Probes.call(mv, Probes.VOLATILE, "beforeWriteStatic", "(I)V");
                super.visitFieldInsn(opcode, owner, name, descriptor);
            }
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals);
    }
}
