package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler made, in real JVMs. */
final class BadInputIT {
    private static final String SHRUNK = "dev.photofinish.victim.Shrunk";
    private static final String CARELESS = "dev.photofinish.victim.Careless";
    private static final String BAD = "dev.photofinish.victim.Bad";

    static List<Jdk> jdks() {
        return Jdk.installed();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void obfuscatedClass_isReportedByTheNamesItHas(Jdk jdk) throws Exception {
        String name = "obfuscated-" + jdk.feature();
        Path classes = Shipped.target().resolve("bad-input");
        Path original = Shipped.programs().resolve(SHRUNK.replace('.', '/') + ".class");
        write(classes, SHRUNK, Obfuscator.obfuscate(Files.readAllBytes(original)));
        Path recording = recording(name);
        Command.Outcome outcome = Command.of(
                        jdk.java(),
                        "-javaagent:" + Shipped.agentJar() + "=mode=full,include=" + SHRUNK + ",output=" + recording)
                .with("-cp", classes, SHRUNK)
                .run(name);
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).startsWith("done ");
        Analysis analysis = Analysis.of(recording);
        assertThat(analysis.reasons()).isEmpty();
        assertThat(analysis.fields()).containsExactly(SHRUNK + ".a(int)", SHRUNK + ".a(java/lang/Object)");
        Set<String> fingerprints = Set.copyOf(Files.readAllLines(recording.resolveSibling(name + ".jfr.json")).stream()
                .filter(line -> line.contains("\"fingerprint\""))
                .toList());
        assertThat(fingerprints).hasSizeGreaterThanOrEqualTo(2);
        Command.Outcome text = Command.analyzer("analyze", recording).run(name + "-text");
        assertThat(text.out()).contains("write in " + SHRUNK + ".if by thread").doesNotContain(":-1", ":0 ", "null");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void classThatTheJvmRefuses_isNamedAndSpoilsNothing(Jdk jdk) throws Exception {
        String name = "refused-" + jdk.feature();
        Path classes = Shipped.target().resolve("bad-input");
        write(classes, BAD, bad());
        Path recording = recording(name);
        List<String> words = List.of("-cp", Shipped.programs() + File.pathSeparator + classes, CARELESS, BAD);
        try (LiveJvm careless = LiveJvm.start(jdk, LiveJvm.temporaryDirectory(name), name, words)) {
            String options = "mode=full,include=dev.photofinish.victim.**,output=" + recording;
            Command.Outcome attached =
                    Command.agent("attach", careless.pid(), options).run(name);
            assertThat(attached.exit()).as(attached.toString()).isZero();
            Command.Outcome status = Command.agent("status", careless.pid()).run(name + "-status");
            assertThat(status.out()).contains("1 not weavable", BAD).doesNotContain("incomplete");
            assertThat(careless.ask("race")).isEqualTo("2");
            assertThat(careless.ask("use")).isEqualTo("java.lang.VerifyError");
            assertThat(careless.quit()).isZero();
        }
        Analysis analysis = Analysis.of(recording);
        assertThat(analysis.reasons()).isEmpty();
        assertThat(analysis.fields()).containsExactly(CARELESS + ".raced");
    }

    private static Path recording(String name) throws IOException {
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(recording);
        return recording;
    }

    private static void write(Path directory, String className, byte[] classFile) throws IOException {
        Path file = directory.resolve(className.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, classFile);
    }

    /** A class whose initializer takes from an empty stack. */
    private static byte[] bad() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, BAD.replace('.', '/'), null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_STATIC, "field", "I", null, null).visitEnd();
        MethodVisitor initializer = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        initializer.visitCode();
        initializer.visitFieldInsn(Opcodes.PUTSTATIC, BAD.replace('.', '/'), "field", "I");
        initializer.visitInsn(Opcodes.RETURN);
        initializer.visitMaxs(1, 0);
        initializer.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
