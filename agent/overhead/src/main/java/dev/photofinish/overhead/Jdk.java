package dev.photofinish.overhead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JDK that workloads run on.
 *
 * @param version as {@code release} names it, for example 17.0.19
 */
record Jdk(Path home, String version) {
    private static final String VERSION = "JAVA_VERSION=";

    static Jdk at(Path home) {
        Path release = home.resolve("release");
        try {
            for (String line : Files.readAllLines(release, StandardCharsets.UTF_8)) {
                if (line.startsWith(VERSION)) {
                    return new Jdk(home, line.substring(VERSION.length()).replace("\"", ""));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("expected the home of a JDK, found " + home + " (" + e + ")", e);
        }
        throw new IllegalArgumentException("expected " + VERSION + " in " + release + ", found none");
    }

    Path java() {
        return home.resolve("bin/java");
    }
}
