package dev.photofinish.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class that a method is in, as a value on the operand stack. */
final class OwnClass {
    private OwnClass() {}

    static void push(MethodVisitor mv, MethodContext context) {
        if (context.version() >= Opcodes.V1_5) {
            mv.visitLdcInsn(Type.getObjectType(context.owner()));
        } else {
            // Class files before Java 5 have no class constants. The caller's own class is always found, and this
            // thread
            // has initialized it or is about to.
            mv.visitLdcInsn(context.owner().replace('/', '.'));
            mv.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "java/lang/Class", "forName", "(Ljava/lang/String;)Ljava/lang/Class;", false);
        }
    }
}
