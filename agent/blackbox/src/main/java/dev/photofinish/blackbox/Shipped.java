package dev.photofinish.blackbox;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the build leaves behind, at the paths that the documentation names. */
final class Shipped {
    private static final Path ROOT = directory("photofinish.root");
    private static final Path MODULE = directory("photofinish.module");

    private Shipped() {}

    static Path agentJar() {
        return existing(ROOT.resolve("agent/target/photofinish-agent.jar"));
    }

    static Path analyzerJar() {
        return existing(ROOT.resolve("analyzer/target/photofinish-analyzer.jar"));
    }

    /** The class path of the programs and of the victim. */
    static Path programs() {
        return existing(MODULE.resolve("target/classes"));
    }

    /** The directory of this module. */
    static Path module() {
        return MODULE;
    }

    /** The drivers of released libraries. */
    static Path drivers() {
        return existing(ROOT.resolve("agent/known/target/classes"));
    }

    /** The class paths of those drivers, a directory per driver and edition. */
    static Path libraries() {
        return existing(ROOT.resolve("agent/known/target/known"));
    }

    /** Where recordings, reports and logs of the tests are kept. */
    static Path target() {
        return MODULE.resolve("target");
    }

    private static Path directory(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("expected the system property " + property + ", set by the build");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException("expected " + path + ", left there by mvn package");
        }
        return path;
    }
}
