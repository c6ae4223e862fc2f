package dev.photofinish.weave;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The class files of each JDK on this machine, read without starting it. */
record Jdks(String name, int feature, FileSystem classes) {
    static List<Jdks> all() throws IOException {
        List<Jdks> found = new ArrayList<>();
        found.add(of(Path.of(System.getProperty("java.home"))));
        Path homes = Path.of(System.getenv().getOrDefault("PHOTOFINISH_JDK25", "/usr/lib/jvm/temurin-25-jdk-amd64"));
        if (Files.exists(homes.resolve("lib/jrt-fs.jar"))) {
            found.add(of(homes));
        } else {
            System.err.println("SKIPPED: no second JDK at " + homes + "; the rule table is checked on one JDK only");
        }
        for (String home : System.getenv().getOrDefault("PHOTOFINISH_JDKS", "").split(File.pathSeparator, -1)) {
            if (!home.isEmpty()) {
                found.add(of(Path.of(home)));
            }
        }
        return found;
    }

    private static Jdks of(Path home) throws IOException {
        return new Jdks(
                home.getFileName().toString(),
                feature(home),
                FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString())));
    }

    private static int feature(Path home) throws IOException {
        for (String line : Files.readAllLines(home.resolve("release"))) {
            if (line.startsWith("JAVA_VERSION=")) {
                return Runtime.Version.parse(
                                line.substring("JAVA_VERSION=".length()).replace("\"", ""))
                        .feature();
            }
        }
        throw new IOException("expected JAVA_VERSION in " + home.resolve("release"));
    }

    Optional<byte[]> classFile(String internalName) throws IOException {
        for (String module : List.of("java.base", "jdk.jfr", "java.desktop", "java.logging", "java.sql", "java.rmi")) {
            Path file = classes.getPath("/modules/" + module + "/" + internalName + ".class");
            if (Files.exists(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
        }
        return Optional.empty();
    }

    /** Internal names of all classes of java.base with the prefix; none where there is no such package. */
    List<String> classNames(String prefix) throws IOException {
        Path base = classes.getPath("/modules/java.base");
        if (Files.notExists(base.resolve(prefix))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(base.resolve(prefix))) {
            return files.map(file -> base.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
