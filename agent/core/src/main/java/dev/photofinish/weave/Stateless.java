package dev.photofinish.weave;

import dev.photofinish.site.ClassFiles;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Tells enumerations behind whose constants there is nothing: no constant has a class or a field of its own. */
final class Stateless extends ClassVisitor {
    private boolean hasState;

    private Stateless() {
        super(Opcodes.ASM9);
    }

    /** Whether the type is such an enumeration; false where its class file is not to be had. */
    static boolean isStateless(@Nullable ClassLoader loader, String descriptor) {
        Type type = Type.getType(descriptor);
        byte[] classFile = type.getSort() == Type.OBJECT ? ClassFiles.read(loader, type.getInternalName()) : null;
        if (classFile == null) {
            return false;
        }
        ClassReader reader = new ClassReader(classFile);
        int needed = Opcodes.ACC_ENUM | Opcodes.ACC_FINAL;
        if ((reader.getAccess() & needed) != needed || !"java/lang/Enum".equals(reader.getSuperName())) {
            return false;
        }
        Stateless visitor = new Stateless();
        reader.accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return !visitor.hasState;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        hasState |= (access & Opcodes.ACC_STATIC) == 0;
        return null;
    }
}
