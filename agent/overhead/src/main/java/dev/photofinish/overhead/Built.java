package dev.photofinish.overhead;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build has left behind.
 *
 * @param root of the repository
 */
record Built(Path root) {
    Path agentJar() {
        return existing(root.resolve("agent/target/photofinish-agent.jar"));
    }

    /** Attaches the shipped agent as a user does, by its command. */
    void attach(Jdk jdk, long pid, String options) throws IOException, InterruptedException {
        Process attach = new ProcessBuilder(
                        jdk.java().toString(), "-jar", agentJar().toString(), "attach", Long.toString(pid), options)
                .redirectErrorStream(true)
                .start();
        String output = new String(attach.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (attach.waitFor() != 0) {
            throw new IOException("attach failed: " + output.strip());
        }
    }

    /** The class path of the workloads. */
    String workloads() throws IOException {
        Path target = root.resolve("agent/workloads/target");
        String libraries = Files.readString(existing(target.resolve("classpath.txt")), StandardCharsets.UTF_8);
        return existing(target.resolve("classes")) + File.pathSeparator + libraries.strip();
    }

    /** The library of async-profiler for this kind of processor. */
    Path profiler() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return existing(target().resolve("async-profiler/linux-" + processor + "/libasyncProfiler.so"));
    }

    /** Where runs keep their files. */
    Path target() {
        return root.resolve("agent/overhead/target");
    }

    /** The generated page, unless another one is asked for. */
    Path page() {
        return root.resolve("agent/overhead/RESULTS.md");
    }

    private static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException("expected " + path + ", left there by mvn package");
        }
        return path;
    }
}
