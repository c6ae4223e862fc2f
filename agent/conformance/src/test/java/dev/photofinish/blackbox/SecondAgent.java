package dev.photofinish.blackbox;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** An agent of the tests, loaded beside ours to look at the bytecode. */
final class SecondAgent {
    private static final String AGENT = "dev.photofinish.victim.BytecodeAgent";

    private SecondAgent() {}

    /** A file with a digest per class, of the bytes that come out of the agents before. */
    static Path digests(LiveJvm jvm, String name) throws Exception {
        Path file = Shipped.target().resolve("logs").resolve(name + ".digests");
        Files.deleteIfExists(file);
        VirtualMachine machine = VirtualMachine.attach(Long.toString(jvm.pid()));
        try {
            machine.loadAgent(jar().toString(), file.toString());
        } finally {
            machine.detach();
        }
        if (Files.size(file) == 0) {
            throw new IllegalStateException("expected digests in " + file + ", found none");
        }
        return file;
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
