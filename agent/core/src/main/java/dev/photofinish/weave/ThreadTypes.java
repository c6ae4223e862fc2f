package dev.photofinish.weave;

import dev.photofinish.site.ClassFiles;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Tells classes of threads from others that have an {@code isAlive} too. */
final class ThreadTypes {
    private ThreadTypes() {}

    /** Whether the class may extend {@link Thread}: not where it declares that method, which is final there. */
    static boolean mayBeThread(@Nullable ClassLoader loader, String internalName) {
        if (internalName.equals("java/lang/Thread")) {
            return true;
        }
        byte[] classFile = ClassFiles.read(loader, internalName);
        return classFile == null || !declaresIsAlive(classFile);
    }

    private static boolean declaresIsAlive(byte[] classFile) {
        boolean[] found = new boolean[1];
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                found[0] |= name.equals("isAlive") && descriptor.equals("()Z");
                return null;
            }
        };
        new ClassReader(classFile).accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return found[0];
    }
}
