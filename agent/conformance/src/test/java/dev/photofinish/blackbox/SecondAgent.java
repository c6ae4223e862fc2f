package dev.photofinish.blackbox;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** An agent of the tests, loaded beside ours to look at the bytecode. */
final class SecondAgent {
    private static final String AGENT = "dev.photofinish.victim.BytecodeAgent";

    private SecondAgent() {}

    /**
     * Digests of class files by name, as they come out of the agents before.
     *
     * @see #digest
     */
    static Map<String, String> classFiles(LiveJvm jvm, String name) throws Exception {
        Path directory = LiveJvm.temporaryDirectory(name);
        Files.delete(directory);
        VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
        try {
            machine.loadAgent(jar().toString(), directory.toString());
        } finally {
            machine.detach();
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), digest(path));
            }
        }
        return files;
    }

    /**
     * The digest of a class file in a normal form. The JVM makes a class file out of a loaded class each time anew: it
     * numbers the constant pool as it likes and, for a boot class that was once retransformed, forgets the frames.
     */
    private static String digest(Path classFile) throws IOException, NoSuchAlgorithmException {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(classFile)).accept(writer, ClassReader.SKIP_FRAMES);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(writer.toByteArray()));
    }

    private static Path jar() throws IOException {
        Path jar = Shipped.target().resolve("bytecode-agent.jar");
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(new Attributes.Name("Agent-Class"), AGENT);
        main.put(new Attributes.Name("Can-Retransform-Classes"), "true");
        String prefix = AGENT.substring(AGENT.lastIndexOf('.') + 1);
        Path classes = Shipped.programs().resolve("dev/photofinish/victim");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList()) {
                entries.putNextEntry(new JarEntry("dev/photofinish/victim/" + file.getFileName()));
                entries.write(Files.readAllBytes(file));
                entries.closeEntry();
            }
        }
        return jar;
    }
}
