package dev.photofinish.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An installed JDK that the jars are run on. */
public record Jdk(int feature, Path home) {
    private static final int LATEST = 25;

    /** The JDK that runs this test, and JDK 25 where there is one; says so where there is none. */
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
