package dev.photofinish.weave;

import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Calls of probes, as instructions. */
final class Probes {
    private static final String PACKAGE = "dev/photofinish/probe/";
    static final String FIELD = PACKAGE + "FieldProbe";
    static final String MONITOR = PACKAGE + "MonitorProbe";
    static final String STAMP = PACKAGE + "StampProbe";
    static final String VOLATILE = PACKAGE + "VolatileProbe";
    static final String SYNC = PACKAGE + "SyncProbe";
    static final String SHARED_LOCK = PACKAGE + "SharedLockProbe";
    static final String ELEMENT = PACKAGE + "ElementProbe";
    static final String HANDLE = PACKAGE + "HandleProbe";
    static final String IO = PACKAGE + "IoProbe";
    static final String ARRAY = PACKAGE + "ArrayProbe";
    static final String OBJECT = PACKAGE + "ObjectProbe";
    static final String MEMBER = PACKAGE + "MemberProbe";
    static final String FREEZE = PACKAGE + "FreezeProbe";
    static final String CLASS_INIT = PACKAGE + "ClassInitProbe";

    /** All classes with methods that woven code calls. */
    static final Set<String> ALL = Set.of(
            FIELD,
            MONITOR,
            STAMP,
            VOLATILE,
            SYNC,
            SHARED_LOCK,
            ELEMENT,
            HANDLE,
            IO,
            ARRAY,
            OBJECT,
            MEMBER,
            FREEZE,
            CLASS_INIT);

    /** Stack words that a probe's call needs at the most, above what the method itself needs. */
    static final int EXTRA_STACK = 6;

    private Probes() {}

    static void call(MethodVisitor mv, String probe, String method, String descriptor) {
        mv.visitMethodInsn(Opcodes.INVOKESTATIC, probe, method, descriptor, false);
    }

    static void push(MethodVisitor mv, int value) {
        if (value >= -1 && value <= 5) {
            mv.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
            mv.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
            mv.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            mv.visitLdcInsn(value);
        }
    }

    /** With an object below a value of {@code words} words on the stack: puts a copy of the object on top. */
    static void copyFromUnder(MethodVisitor mv, int words) {
        if (words == 1) {
            mv.visitInsn(Opcodes.DUP2);
            mv.visitInsn(Opcodes.POP);
        } else {
            mv.visitInsn(Opcodes.DUP2_X1);
            mv.visitInsn(Opcodes.POP2);
            mv.visitInsn(Opcodes.DUP_X2);
        }
    }

    /** With an object below a value of {@code words} words on the stack: moves the object to the top. */
    static void moveFromUnder(MethodVisitor mv, int words) {
        if (words == 1) {
            mv.visitInsn(Opcodes.SWAP);
        } else {
            mv.visitInsn(Opcodes.DUP2_X1);
            mv.visitInsn(Opcodes.POP2);
        }
    }
}
