package dev.photofinish.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves ends of constructors of objects with finalizers, and entries of finalizers. */
final class FinalizerWeaver extends LinedWeaver {
    FinalizerWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (FinalFields.isFinalizer(context.method(), context.descriptor())) {
            probe("finalizing", "finalizer");
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN && context.needs().finalizable && !context.needs().overwritesReceiver) {
            probe("finalizable", "end of constructor");
        }
        super.visitInsn(opcode);
    }

    private void probe(String method, String kind) {
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        Probes.push(mv, context.site(line, "", 0, kind));
        Probes.call(mv, Probes.FREEZE, method, "(Ljava/lang/Object;I)V");
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals);
    }
}
