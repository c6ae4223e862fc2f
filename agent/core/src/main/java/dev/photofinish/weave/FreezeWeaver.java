package dev.photofinish.weave;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves what final fields order, exactly: ends of constructors, reads of final references, lambdas and what they capture. */
final class FreezeWeaver extends LinedWeaver {
    private static final String OBJECT_SITE = "(Ljava/lang/Object;I)V";

    private final boolean constructor;
    private int fieldInstructions;
    private int spilled;

    FreezeWeaver(MethodVisitor next, MethodContext context) {
        super(next, context);
        this.constructor = context.method().equals("<init>");
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (context.needs().lambdaBody) {
            body();
        }
    }

    private void body() {
        int slot = 0;
        if ((context.access() & Opcodes.ACC_STATIC) == 0) {
            mv.visitVarInsn(Opcodes.ALOAD, slot++);
            lambda("entered", context.owner(), context.method() + context.descriptor(), "lambda runs");
        }
        for (Type argument : Type.getArgumentTypes(context.descriptor())) {
            if (FinalFields.leadsOn(argument.getDescriptor())) {
                mv.visitVarInsn(Opcodes.ALOAD, slot);
                lambda("entered", context.owner(), context.method() + context.descriptor(), "lambda runs");
            }
            slot += argument.getSize();
        }
    }

    @Override
    public void visitInsn(int opcode) {
        boolean receiver = constructor && !context.needs().overwritesReceiver;
        if (opcode == Opcodes.RETURN && receiver && context.needs().freezes) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
            probe("constructed", "end of constructor");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        int number = fieldInstructions++;
        if (!context.needs().followedReads.get(number)
                || context.needs().repeatedReads.get(number)) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            return;
        }
        mv.visitInsn(Opcodes.DUP);
        super.visitFieldInsn(opcode, owner, name, descriptor);
        mv.visitInsn(Opcodes.SWAP);
        probe("read", "read of final " + name);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (FinalFields.isRecordMethod(bootstrap)) {
            boolean two = Type.getArgumentTypes(descriptor).length == 2;
            mv.visitInsn(two ? Opcodes.DUP2 : Opcodes.DUP);
            probe("read", "record's " + name);
            if (two) {
                probe("read", "record's " + name);
            }
        } else if (FinalFields.isLambda(bootstrap) && arguments[1] instanceof Handle body) {
            capture(Type.getArgumentTypes(descriptor), body);
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    /** The captured values are on the stack; most lambdas capture one or none. */
    private void capture(Type[] captured, Handle body) {
        if (captured.length == 1) {
            if (FinalFields.leadsOn(captured[0].getDescriptor())) {
                mv.visitInsn(Opcodes.DUP);
                lambda("captured", body.getOwner(), body.getName() + body.getDesc(), "lambda made");
            }
            return;
        }
        int[] slots = new int[captured.length];
        int slot = context.needs().maxLocals + 1;
        for (int i = 0; i < captured.length; i++) {
            slots[i] = slot;
            slot += captured[i].getSize();
        }
        spilled = Math.max(spilled, slot - context.needs().maxLocals);
        for (int i = captured.length - 1; i >= 0; i--) {
            if (FinalFields.leadsOn(captured[i].getDescriptor())) {
                mv.visitInsn(Opcodes.DUP);
                lambda("captured", body.getOwner(), body.getName() + body.getDesc(), "lambda made");
            }
            mv.visitVarInsn(captured[i].getOpcode(Opcodes.ISTORE), slots[i]);
        }
        for (int i = 0; i < captured.length; i++) {
            mv.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), slots[i]);
        }
    }

    private void probe(String method, String kind) {
        Probes.push(mv, context.site(line, "", 0, kind));
        Probes.call(mv, Probes.FREEZE, method, OBJECT_SITE);
    }

    private void lambda(String method, String owner, String body, String kind) {
        Probes.push(mv, FinalFields.lambda(owner, body));
        Probes.push(mv, context.site(line, "", 0, kind));
        Probes.call(mv, Probes.FREEZE, method, "(Ljava/lang/Object;II)V");
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + Probes.EXTRA_STACK, maxLocals + spilled + 1);
    }
}
