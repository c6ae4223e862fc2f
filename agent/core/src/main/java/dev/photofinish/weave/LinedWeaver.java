package dev.photofinish.weave;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves one method, and knows at which line it is: where the sites of its probes are. */
abstract class LinedWeaver extends MethodVisitor {
    final MethodContext context;

    /** Of the next instruction; -1 for unknown. */
    int line = -1;

    LinedWeaver(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        super.visitLineNumber(number, start);
    }
}
