package dev.photofinish.demo.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A directory laid out like this repository, with the real script and the jars a test puts into it. */
final class Checkout {
    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    private final Path root;
    private final Path temporary;

    Checkout(Path root) throws IOException {
        this.root = root;
        this.temporary = Files.createDirectories(root.resolve("tmp"));
        Files.createDirectories(root.resolve("deploy/demo/target"));
        Files.copy(DEPLOY.resolve("demo.sh"), script());
        Files.copy(DEPLOY.resolve("demo/EXPECTED.txt"), root.resolve("deploy/demo/EXPECTED.txt"));
    }

    /** With stand-ins that work, and the real report in the jar of the sample service. */
    static Checkout complete(Path root, String analyzerAnswer) throws IOException {
        Checkout checkout = new Checkout(root);
        checkout.agent(StandInAgent.class);
        checkout.analyzer(StandInAnalyzer.class);
        Files.writeString(root.resolve("analyzer/target/answer.json"), analyzerAnswer);
        Path service = root.resolve("deploy/demo/target/photofinish-demo.jar");
        Files.copy(DEPLOY.resolve("demo/target/photofinish-demo.jar"), service);
        replaceMain(service, StandInService.class);
        return checkout;
    }

    void agent(Class<?> main) throws IOException {
        jar(root.resolve("agent/target/photofinish-agent.jar"), main);
    }

    void analyzer(Class<?> main) throws IOException {
        jar(root.resolve("analyzer/target/photofinish-analyzer.jar"), main);
    }

    void sampleService(Class<?> main) throws IOException {
        jar(root.resolve("deploy/demo/target/photofinish-demo.jar"), main);
    }

    /** How the stand-in for the agent was called. */
    List<String> agentCalls() throws IOException {
        return Files.readAllLines(root.resolve("agent/target/calls.txt"));
    }

    /** What the script has left in its temporary directory. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    DemoRun run(Map<String, String> environment, String... options) throws IOException {
        // Where the build itself runs in the background, SIGINT is ignored, and a script cannot take that back.
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/env", "--default-signal=INT", "/bin/bash", script().toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("DEMO_JAVA_HOME");
        builder.environment().putAll(environment);
        return new DemoRun(builder.start());
    }

    private Path script() {
        return root.resolve("deploy/demo.sh");
    }

    private static void replaceMain(Path jar, Class<?> main) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.write(files.getPath("META-INF/MANIFEST.MF"), bytes(manifest(main)));
            Path entry = files.getPath(entry(main));
            Files.createDirectories(entry.getParent());
            Files.copy(compiled(main), entry);
        }
    }

    private static void jar(Path file, Class<?> main) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest(main))) {
            jar.putNextEntry(new JarEntry(entry(main)));
            Files.copy(compiled(main), jar);
        }
    }

    private static Manifest manifest(Class<?> main) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        return manifest;
    }

    private static byte[] bytes(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    private static String entry(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static Path compiled(Class<?> type) {
        return Path.of("target/test-classes").resolve(entry(type));
    }
}
