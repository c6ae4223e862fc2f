package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.site.FieldInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** That the quick look decides as the thorough one, for the classes of the agent and of its tests. */
class QuickScanTest {
    private static final @Nullable ClassLoader LOADER = QuickScanTest.class.getClassLoader();

    private static Weaver weaver(String include) {
        Scope scope = new Scope(List.of(include), List.of());
        Predicate<FieldInfo> armed = field -> !field.isUnheld()
                && field.isWatchable()
                && scope.includes(field.declaringClass())
                && field.name().length() % 2 == 0;
        return Weaving.weaver(scope, new WeaveLog(), new StaleMethods(), armed, Weaving::asIs);
    }

    private static List<Path> classFiles(Class<?> anchor) throws Exception {
        Path root = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.photofinish.weave.**", "dev.photofinish.site.*", "**", "none.**"})
    void needsProbes_isWhatTheWholeScanSays(String include) throws Exception {
        Weaver quick = weaver(include);
        Weaver thorough = weaver(include);
        for (Class<?> anchor : List.of(Weaver.class, QuickScanTest.class)) {
            for (Path file : classFiles(anchor)) {
                byte[] classFile = Files.readAllBytes(file);
                assertThat(quick.needsProbes(LOADER, classFile))
                        .as(file.toString())
                        .isEqualTo(thorough.mayNeedProbes(LOADER, classFile));
            }
        }
    }

    @Test
    void needsProbes_unreadableClassFile_isLeftToTheTransformation() {
        byte[] classFile = reads("value", 0);
        for (int length = 0; length < classFile.length / 2; length++) {
            assertThat(weaver("none.**").needsProbes(LOADER, Arrays.copyOf(classFile, length)))
                    .isTrue();
        }
        byte[] newer = classFile.clone();
        newer[7] = (byte) 200;
        assertThat(weaver("none.**").needsProbes(LOADER, newer)).isTrue();
    }

    @Test
    void needsProbes_nameOutsideAscii_isDecidedByTheThoroughScan() {
        assertThat(weaver("none.**").needsProbes(LOADER, reads("größe", Opcodes.ACC_VOLATILE)))
                .isTrue();
        assertThat(weaver("none.**").needsProbes(LOADER, reads("größe", 0))).isFalse();
    }

    @Test
    void needsProbes_methodOnlyReferredTo_isNotACall() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "a/B", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(0, "run", "()V", null, null);
        method.visitCode();
        method.visitLdcInsn(new Handle(Opcodes.H_INVOKEVIRTUAL, "java/lang/Object", "wait", "()V", false));
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();
        assertThat(weaver("none.**").needsProbes(LOADER, writer.toByteArray())).isFalse();
    }

    private static byte[] reads(String field, int access) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "a/B", null, "java/lang/Object", null);
        writer.visitField(access, field, "I", null, null).visitEnd();
        MethodVisitor method = writer.visitMethod(0, "run", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitFieldInsn(Opcodes.GETFIELD, "a/B", field, "I");
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
