package dev.photofinish.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * How much of what class initialization orders (JLS 12.4.2) is woven into a class: the end of {@code <clinit>} comes before
 * whatever a thread does after it found the class initialized.
 */
enum ClassInitialization {
    /** A class outside {@code include}: its initializer may publish objects that are watched, by a static reference. */
    REFERENCES,
    /** A class of {@code include} that was loaded before: its static fields and those of others. */
    STATICS,
    /** A class of {@code include}, from its loading on: every check that the specification names. */
    ALL;

    static ClassInitialization of(boolean included, boolean loading) {
        return included ? loading ? ALL : STATICS : REFERENCES;
    }

    /** Whether the entry of the method implies that the class is initialized, and is woven. */
    boolean checksEntry(int access, String method) {
        boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
        boolean synthetic = (access & Opcodes.ACC_SYNTHETIC) != 0;
        return this == ALL && !isInitializer(method) && (method.equals("<init>") || (isStatic && !synthetic));
    }

    static boolean isInitializer(String method) {
        return method.equals("<clinit>");
    }

    /** Whether the access to a static field checks that its class is initialized, and is woven. */
    boolean checksAccess(int opcode, String owner, String descriptor, String inClass, String inMethod) {
        boolean read = opcode == Opcodes.GETSTATIC;
        if (!read && opcode != Opcodes.PUTSTATIC) {
            return false;
        }
        if (Exclusions.excluded(owner) || (owner.equals(inClass) && isInitializer(inMethod))) {
            return false;
        }
        boolean reference =
                Type.getType(descriptor).getSort() >= Type.ARRAY && !descriptor.equals("Ljava/lang/String;");
        return this != REFERENCES || (read && reference);
    }
}
