package dev.photofinish.weave;

import dev.photofinish.site.ClassFiles;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

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
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return type.methods.stream().anyMatch(method -> method.name.equals("isAlive") && method.desc.equals("()Z"));
    }
}
