package dev.photofinish.blackbox;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Does to one class what obfuscators do: every field is called {@code a}, every method {@code if}, told apart by type alone;
 * bodies of lambdas have names that Java source cannot have; nothing tells lines, local variables or the source.
 */
final class Obfuscator extends ClassVisitor {
    private String owner = "";

    private Obfuscator(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    static byte[] obfuscate(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new Obfuscator(writer), ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    private static String method(String name) {
        if (name.equals("main") || name.startsWith("<")) {
            return name;
        }
        return name.startsWith("lambda$") ? "do " + name.substring(name.lastIndexOf('$') + 1) + "!" : "if";
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
        super.visit(version, access, name, null, superName, interfaces);
    }

    @Override
    public FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        return super.visitField(access, "a", descriptor, null, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, method(name), descriptor, null, exceptions);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitFieldInsn(int opcode, String of, String field, String type) {
                super.visitFieldInsn(opcode, of, of.equals(owner) ? "a" : field, type);
            }

            @Override
            public void visitMethodInsn(int opcode, String of, String called, String type, boolean isInterface) {
                super.visitMethodInsn(opcode, of, of.equals(owner) ? method(called) : called, type, isInterface);
            }

            @Override
            public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
                Object[] renamed = arguments.clone();
                for (int i = 0; i < renamed.length; i++) {
                    if (renamed[i] instanceof Handle handle && handle.getOwner().equals(owner)) {
                        renamed[i] = new Handle(
                                handle.getTag(),
                                owner,
                                method(handle.getName()),
                                handle.getDesc(),
                                handle.isInterface());
                    }
                }
                super.visitInvokeDynamicInsn(called, type, bootstrap, renamed);
            }
        };
    }
}
