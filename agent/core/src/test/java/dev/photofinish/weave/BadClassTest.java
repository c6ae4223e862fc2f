package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.site.FieldInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes that cannot be woven, or not wholly: they are left alone as far as needed, counted and named. */
class BadClassTest {
    private static final String NAME = "com/acme/Bad";
    private static final String BINARY = "com.acme.Bad";

    private final WeaveLog log = new WeaveLog();

    @Test
    void mistakeInWeaving_leavesTheClassAloneAndNamed() {
        byte @Nullable [] woven = weave(BadClassTest::popsTooMuch, classFile(BadClassTest::increment));
        assertThat(woven).isNull();
        assertThat(log.notWeavableCount()).isEqualTo(1);
        assertThat(log.notWeavable().get(BINARY)).contains("not be verified once woven", "run()V");
        assertThat(log.unseen()).contains(BINARY);
    }

    @Test
    void mistakeAtAJump_isFound() {
        byte @Nullable [] woven = weave(BadClassTest::leavesOneBehind, classFile(BadClassTest::loop));
        assertThat(woven).isNull();
        assertThat(log.notWeavable().get(BINARY)).contains("not be verified once woven", "run()V");
    }

    @Test
    void noMistake_weavesTheClass() {
        assertThat(weave((writer, access, method, descriptor) -> writer, classFile(BadClassTest::loop)))
                .isNotNull();
        assertThat(log.notWeavable()).isEmpty();
        assertThat(log.unseen()).isEmpty();
    }

    @Test
    void classThatIsBadAsItIs_isNamedAndHidesNothing() {
        byte[] classFile = classFile(code -> {
            increment(code);
            code.visitInsn(Opcodes.POP);
        });
        assertThat(weave((writer, access, method, descriptor) -> writer, classFile))
                .isNull();
        assertThat(log.notWeavable().get(BINARY)).contains("not be verified as it is");
        assertThat(log.unseen()).isEmpty();
    }

    @Test
    void methodTooLargeForItsFields_isWovenForItsSynchronization() {
        byte @Nullable [] woven = weave((writer, access, method, descriptor) -> writer, classFile(code -> {
            code.visitFieldInsn(Opcodes.GETSTATIC, NAME, "stamp", "I");
            code.visitInsn(Opcodes.POP);
            for (int i = 0; i < 6_000; i++) {
                increment(code);
            }
        }));
        assertThat(woven).isNotNull();
        String text = new String(woven, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("VolatileProbe").doesNotContain("FieldProbe");
        assertThat(log.notWeavable().get(BINARY)).contains("for its fields", "method run would be too large");
        assertThat(log.unseen()).isEmpty();
    }

    @Test
    void methodTooLargeForAnything_isLeftAloneAndNamed() {
        byte @Nullable [] woven = weave((writer, access, method, descriptor) -> writer, classFile(code -> {
            for (int i = 0; i < 16_000; i++) {
                code.visitFieldInsn(Opcodes.GETSTATIC, NAME, "stamp", "I");
                code.visitInsn(Opcodes.POP);
            }
        }));
        assertThat(woven).isNull();
        assertThat(log.notWeavableCount()).isEqualTo(1);
        assertThat(log.notWeavable().get(BINARY)).contains("too large");
        assertThat(log.unseen()).contains(BINARY);
    }

    @Test
    void methodThatWouldNotBeCompiledForItsFields_isWovenForItsSynchronization() {
        byte[] classFile = classFile(code -> {
            code.visitFieldInsn(Opcodes.GETSTATIC, NAME, "stamp", "I");
            code.visitInsn(Opcodes.POP);
            for (int i = 0; i < 790; i++) {
                increment(code);
            }
        });
        String text = new String(weaveForWindows(classFile), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("VolatileProbe").doesNotContain("FieldProbe");
        assertThat(log.notWeavable().get(BINARY)).contains("for its fields", "run()V of more than 8000 bytes");
        assertThat(log.unseen()).isEmpty();
        String full = new String(
                weave((writer, access, method, descriptor) -> writer, classFile), StandardCharsets.ISO_8859_1);
        assertThat(full).as("full mode").contains("FieldProbe");
    }

    @Test
    void methodThatWouldNotBeCompiledAnyway_isWovenForItsFields() {
        byte[] classFile = classFile(code -> {
            for (int i = 0; i < 801; i++) {
                increment(code);
            }
        });
        assertThat(new String(weaveForWindows(classFile), StandardCharsets.ISO_8859_1))
                .contains("FieldProbe");
        assertThat(log.notWeavable()).isEmpty();
    }

    @Test
    void methodThatWouldNotBeCompiledForAnything_isLeftAloneAndNamed() {
        byte @Nullable [] woven = weaveForWindows(classFile(code -> {
            for (int i = 0; i < 1_990; i++) {
                code.visitFieldInsn(Opcodes.GETSTATIC, NAME, "stamp", "I");
                code.visitInsn(Opcodes.POP);
            }
        }));
        assertThat(woven).isNull();
        assertThat(log.notWeavable().get(BINARY)).contains("run()V of more than 8000 bytes");
        assertThat(log.unseen()).contains(BINARY);
    }

    private byte @Nullable [] weaveForWindows(byte[] classFile) {
        return Weaving.weave(
                Weaving.assumingWeaver(log, FieldInfo::isWatchable),
                BadClassTest.class.getClassLoader(),
                NAME,
                classFile);
    }

    private byte @Nullable [] weave(ClassWeaver.MethodWeaving last, byte[] classFile) {
        Scope all = new Scope(List.of("**"), List.of());
        Weaver weaver = Weaving.weaver(all, log, new StaleMethods(), FieldInfo::isWatchable, last);
        return Weaving.weave(weaver, BadClassTest.class.getClassLoader(), NAME, classFile);
    }

    private static MethodVisitor popsTooMuch(MethodVisitor writer, int access, String method, String descriptor) {
        return new MethodVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitInsn(int opcode) {
                if (opcode == Opcodes.RETURN) {
                    super.visitInsn(Opcodes.POP);
                }
                super.visitInsn(opcode);
            }
        };
    }

    private static MethodVisitor leavesOneBehind(MethodVisitor writer, int access, String method, String descriptor) {
        return new MethodVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visitJumpInsn(int opcode, Label label) {
                super.visitInsn(Opcodes.ICONST_0);
                super.visitJumpInsn(opcode, label);
            }
        };
    }

    private static void increment(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.DUP);
        code.visitFieldInsn(Opcodes.GETFIELD, NAME, "plain", "I");
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IADD);
        code.visitFieldInsn(Opcodes.PUTFIELD, NAME, "plain", "I");
    }

    private static void loop(MethodVisitor code) {
        Label start = new Label();
        Label end = new Label();
        code.visitLabel(start);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, NAME, "plain", "I");
        code.visitJumpInsn(Opcodes.IFEQ, end);
        increment(code);
        code.visitJumpInsn(Opcodes.GOTO, start);
        code.visitLabel(end);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }

    /** A class with a plain field, a volatile one, and a method with that body. */
    private static byte[] classFile(Consumer<MethodVisitor> body) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
        writer.visitField(0, "plain", "I", null, null).visitEnd();
        writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE, "stamp", "I", null, null)
                .visitEnd();
        MethodVisitor run = writer.visitMethod(0, "run", "()V", null, null);
        run.visitCode();
        body.accept(run);
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(4, 1);
        run.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
