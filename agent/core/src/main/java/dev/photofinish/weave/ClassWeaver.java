package dev.photofinish.weave;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Rewrites the methods that need it and copies the others as they are. */
final class ClassWeaver extends ClassVisitor {
    private final MethodWeaving weaving;

    ClassWeaver(ClassWriter writer, MethodWeaving weaving) {
        super(Opcodes.ASM9, writer);
        this.weaving = weaving;
    }

    /** Puts weavers before a method's writer, or answers the writer itself where nothing is needed. */
    interface MethodWeaving {
        MethodVisitor weave(MethodVisitor writer, int access, String method, String descriptor);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor writer = super.visitMethod(access, method, descriptor, signature, exceptions);
        boolean body = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
        return writer == null || !body ? writer : weaving.weave(writer, access, method, descriptor);
    }
}
