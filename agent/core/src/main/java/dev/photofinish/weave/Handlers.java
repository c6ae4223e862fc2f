package dev.photofinish.weave;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Exception handlers around whole methods. */
final class Handlers {
    private Handlers() {}

    /**
     * Begins, at the end of the method, the code that runs when an exception leaves it: with the exception on the stack and,
     * in an instance method, the receiver in slot 0.
     */
    static void any(MethodVisitor mv, MethodContext context, Label start) {
        Label handler = new Label();
        mv.visitTryCatchBlock(start, handler, handler, null);
        mv.visitLabel(handler);
        if (context.version() >= Opcodes.V1_6) {
            boolean isStatic = (context.access() & Opcodes.ACC_STATIC) != 0;
            Object[] locals = isStatic ? new Object[0] : new Object[] {context.owner()};
            mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
        }
    }
}
