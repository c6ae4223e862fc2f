package dev.photofinish.weave;

import java.util.Arrays;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves that something is frozen: ends of constructors, and lambdas that are made. The object itself is not touched. */
final class AssumedFreezeWeaver extends MethodVisitor {
    private final MethodContext context;
    private final boolean constructor;
    private int line = -1;

    AssumedFreezeWeaver(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.constructor = context.method().equals("<init>");
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        super.visitLineNumber(number, start);
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
        if (FinalFields.isLambda(bootstrap) && capturesWhatLeadsOn(descriptor)) {
            froze("lambda made");
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    static boolean capturesWhatLeadsOn(String descriptor) {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .anyMatch(captured -> FinalFields.leadsOn(captured.getDescriptor()));
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
