package dev.photofinish.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves that something is frozen: ends of constructors, and lambdas that are made. The object itself is not touched. */
final class AssumedFreezeWeaver extends LinedWeaver {
    private final boolean constructor;

    AssumedFreezeWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
        this.constructor = context.method().equals("<init>");
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN && constructor && context.needs().freezes) {
            froze("end of constructor");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (FinalFields.isLambda(bootstrap) && FinalFields.anyLeadsOn(descriptor)) {
            froze("lambda made");
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    private void froze(String kind) {
        Probes.push(mv, context.site(line, "", 0, kind));
        Probes.call(mv, Probes.FREEZE, "froze", "(I)V");
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals);
    }
}
