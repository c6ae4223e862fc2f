package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.fixture.LibraryClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class WeaverTest {
    @Test
    void nothingToWeave_answersNull() throws IOException {
        byte[] classFile = bytes(Plain.class);
        Weaver weaver = Weaving.weaver(field -> false, new WeaveLog());
        assertThat(weaver.transform(
                        null, WeaverTest.class.getClassLoader(), name(Plain.class), Plain.class, null, classFile))
                .isNull();
    }

    @Test
    void wovenClass_behavesAsBefore() throws Exception {
        WeaveLog log = new WeaveLog();
        WeavingLoader loader = new WeavingLoader(WeaverTest.class.getClassLoader(), Weaving.weaver(field -> true, log));
        Class<?> type = loader.loadClass(Subject.class.getName());
        assertThat(type).isNotSameAs(Subject.class);
        assertThat(loader.woven).isEqualTo(1);
        Method run = type.getDeclaredMethod("run");
        run.setAccessible(true);
        assertThat(run.invoke(null)).isEqualTo(Subject.run());
        Method contents = type.getDeclaredMethod("contents");
        contents.setAccessible(true);
        assertThat(contents.invoke(null)).isEqualTo(contentsUnwoven());
        assertThat(log.notWeavable()).isEmpty();
    }

    private static String contentsUnwoven() throws ReflectiveOperationException {
        Method contents = Subject.class.getDeclaredMethod("contents");
        contents.setAccessible(true);
        return (String) contents.invoke(null);
    }

    @Test
    void wovenMethods_callTheProbesTheyNeed() throws IOException {
        Weaver weaver = Weaving.weaver(field -> true, new WeaveLog());
        byte[] woven =
                Weaving.weave(weaver, WeaverTest.class.getClassLoader(), name(Subject.class), bytes(Subject.class));
        assertThat(woven).isNotNull();
        String text = new String(woven, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text)
                .contains("FieldProbe", "MonitorProbe", "VolatileProbe", "HandleProbe", "ClassInitProbe")
                .contains("ArrayProbe", "ObjectProbe", "MemberProbe")
                .contains("await", "writeStatic", "callSite");
        assertThat(Weaving.problems(woven)).isEmpty();
    }

    @Test
    void coldFields_haveProbesOfTheirOwn_andOthersKeepTheirs() throws IOException {
        Weaver weaver = Weaving.weaver(field -> true, new WeaveLog());
        byte[] before = weaveSubject(weaver);
        assertThat(text(before)).doesNotContain("writeCold", "readCold", "writeStaticCold", "readStaticCold");
        weaver.arm(field -> true, field -> true);
        byte[] cold = weaveSubject(weaver);
        assertThat(text(cold)).contains("writeCold", "readCold", "writeStaticCold");
        assertThat(Weaving.problems(cold)).isEmpty();
        weaver.arm(field -> true, field -> false);
        // Not the same bytes: each weaving gives the checks of class initialization numbers of their own.
        byte[] again = weaveSubject(weaver);
        assertThat(again).hasSameSizeAs(before);
        assertThat(text(again)).doesNotContain("writeCold", "readCold", "writeStaticCold", "readStaticCold");
    }

    private static byte[] weaveSubject(Weaver weaver) throws IOException {
        byte[] woven =
                Weaving.weave(weaver, WeaverTest.class.getClassLoader(), name(Subject.class), bytes(Subject.class));
        assertThat(woven).isNotNull();
        return Objects.requireNonNull(woven);
    }

    private static String text(byte[] classFile) {
        return new String(classFile, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void classFileTooNew_isLeftAloneAndNamed() {
        WeaveLog log = new WeaveLog();
        Weaver weaver = Weaving.weaver(field -> true, log);
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/FromTheFuture", null, "java/lang/Object", null);
        byte[] classFile = writer.toByteArray();
        classFile[7] = 99;
        assertThat(Weaving.weave(weaver, WeaverTest.class.getClassLoader(), "com/acme/FromTheFuture", classFile))
                .isNull();
        assertThat(log.notWeavableCount()).isEqualTo(1);
        assertThat(log.notWeavable().get("com.acme.FromTheFuture")).contains("99");
    }

    @Test
    void classFileBeforeJava5_isWovenWithoutClassConstants() throws Exception {
        byte[] classFile = oldStyle();
        Weaver weaver = Weaving.weaver(field -> true, new WeaveLog());
        byte @Nullable [] woven =
                Weaving.weave(weaver, WeaverTest.class.getClassLoader(), "com/acme/OldStyle", classFile);
        assertThat(woven).isNotNull();
        assertThat(new String(woven, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("ClassInitProbe", "MonitorProbe");
        Class<?> type = new ClassLoader(WeaverTest.class.getClassLoader()) {
            Class<?> define(byte[] file) {
                return defineClass("com.acme.OldStyle", file, 0, file.length);
            }
        }.define(woven);
        assertThat(type.getMethod("answer").invoke(null)).isEqualTo(42);
    }

    /** A class of Java 1.4 with an initializer and a {@code static synchronized} method. */
    private static byte[] oldStyle() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, "com/acme/OldStyle", null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_STATIC, "answer", "I", null, null).visitEnd();
        MethodVisitor initializer = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        initializer.visitIntInsn(Opcodes.BIPUSH, 42);
        initializer.visitFieldInsn(Opcodes.PUTSTATIC, "com/acme/OldStyle", "answer", "I");
        initializer.visitInsn(Opcodes.RETURN);
        initializer.visitMaxs(0, 0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED;
        MethodVisitor answer = writer.visitMethod(access, "answer", "()I", null, null);
        answer.visitFieldInsn(Opcodes.GETSTATIC, "com/acme/OldStyle", "answer", "I");
        answer.visitInsn(Opcodes.IRETURN);
        answer.visitMaxs(0, 0);
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void everyClassOfALibrary_withEveryFieldWatched_passesTheVerifierOfTheJvm() throws IOException {
        WeaveLog log = new WeaveLog();
        WeavingLoader loader = new WeavingLoader(WeaverTest.class.getClassLoader(), Weaving.weaver(field -> true, log));
        List<String> failures = new ArrayList<>();
        for (Class<?> inJar : List.of(org.h2.Driver.class, org.assertj.core.api.Assertions.class, ClassReader.class)) {
            for (String name : LibraryClasses.of(inJar).keySet()) {
                link(loader, name, failures);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(log.notWeavable()).isEmpty();
        assertThat(loader.woven).isGreaterThan(1_000);
    }

    private static void link(WeavingLoader loader, String name, List<String> failures) {
        try {
            // Reflection links the class, and linking verifies it.
            Method[] methods = loader.loadClass(name).getDeclaredMethods();
            assertThat(methods).isNotNull();
        } catch (VerifyError | ClassFormatError e) {
            failures.add(name + ": " + e.getMessage());
        } catch (ClassNotFoundException | NoClassDefFoundError optional) {
            // The library refers to classes of optional libraries that are not here.
            assertThat(optional.getMessage()).doesNotStartWith("dev.photofinish");
        }
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + name(type) + ".class")) {
            @Nullable InputStream found = in;
            if (found == null) {
                throw new IOException("no class file of " + type);
            }
            return found.readAllBytes();
        }
    }
}
