package dev.photofinish.weave;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What class initialization orders (JLS 12.4.2): the end of {@code <clinit>} comes before whatever a thread does after it
 * found the class initialized, which it checks at a static method, a constructor and a static field.
 */
final class ClassInitialization {
    private ClassInitialization() {}

    /** Whether the method is one whose entry implies that the class is initialized, or the initializer itself. */
    static boolean isCheckedIn(int access, String method) {
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        boolean synthetic = (access & Opcodes.ACC_SYNTHETIC) != 0;
        return method.equals("<clinit>") || method.equals("<init>") || (isStatic && !synthetic);
    }

    static void initialized(MethodVisitor mv, MethodContext context, int site) {
        OwnClass.push(mv, context);
        Probes.push(mv, site);
        Probes.call(mv, Probes.CLASS_INIT, "initialized", "(Ljava/lang/Class;I)V");
    }

    /** The same for the class that the method is in. */
    static void checked(MethodVisitor mv, MethodContext context, int site) {
        OwnClass.push(mv, context);
        checked(mv, site);
    }

    /** For another class, in a class file that may have class constants. */
    static void checkedElsewhere(MethodVisitor mv, String owner, int site) {
        mv.visitLdcInsn(Type.getObjectType(owner));
        checked(mv, site);
    }

    private static void checked(MethodVisitor mv, int site) {
        Probes.push(mv, site);
        Probes.call(mv, Probes.CLASS_INIT, "checked", "(Ljava/lang/Class;I)V");
    }
}
