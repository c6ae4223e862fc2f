package dev.photofinish.blackbox;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** An installed JDK that the jars are run on. */
public record Jdk(int feature, Path home) {
    private static final int LATEST = 25;
    private static final String MORE = "PHOTOFINISH_JDKS";

    /**
     * The JDK that runs this test, JDK 25 where there is one, saying so where there is none, and those whose homes the
     * environment variable {@code PHOTOFINISH_JDKS} lists, separated by {@code :}.
     */
    public static List<Jdk> installed() {
        List<Jdk> jdks = new ArrayList<>();
        Jdk current = new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
        jdks.add(current);
        if (current.feature != LATEST) {
            latest().ifPresentOrElse(
                            jdks::add,
                            () -> System.err.println("SKIPPED on JDK " + LATEST
                                    + ": expected it in PHOTOFINISH_JDK25 or under /usr/lib/jvm, found none"));
        }
        for (String home : System.getenv().getOrDefault(MORE, "").split(File.pathSeparator, -1)) {
            if (!home.isEmpty()) {
                jdks.add(at(Path.of(home)));
            }
        }
        return jdks;
    }

    Path java() {
        return home.resolve("bin/java");
    }

    Path jcmd() {
        return home.resolve("bin/jcmd");
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }

    private static Jdk at(Path home) {
        Path file = home.resolve("release");
        Properties release = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("expected the home of a JDK in " + MORE + ", found " + home, e);
        }
        String version = release.getProperty("JAVA_VERSION");
        if (version == null) {
            throw new IllegalStateException("expected JAVA_VERSION in " + file + ", found none");
        }
        return new Jdk(Runtime.Version.parse(version.replace("\"", "")).feature(), home);
    }

    private static Optional<Jdk> latest() {
        String configured = System.getenv("PHOTOFINISH_JDK25");
        if (configured != null) {
            return Optional.of(new Jdk(LATEST, Path.of(configured)));
        }
        Path directory = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(directory)) {
            return homes.filter(home -> home.getFileName().toString().matches(".*[-.]" + LATEST + "\\b.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .sorted()
                    .findFirst()
                    .map(home -> new Jdk(LATEST, home));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
