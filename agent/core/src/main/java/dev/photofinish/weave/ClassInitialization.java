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

    static void initialized(MethodVisitor mv, String owner, int site) {
        mv.visitLdcInsn(Type.getObjectType(owner));
        Probes.push(mv, site);
        Probes.call(mv, Probes.CLASS_INIT, "initialized", "(Ljava/lang/Class;I)V");
    }

    static void checked(MethodVisitor mv, String owner, int site) {
        mv.visitLdcInsn(Type.getObjectType(owner));
        Probes.push(mv, site);
        Probes.call(mv, Probes.CLASS_INIT, "checked", "(Ljava/lang/Class;I)V");
    }
}
