package dev.photofinish.overhead;

import java.nio.file.Path;

/**
 * A JVM with a workload that has been started.
 *
 * @param files the directory of what it writes
 * @param receiver to which its agent sends
 * @param startedMillis when it was started
 */
record Launched(Process process, Row row, Path files, Receiver receiver, long startedMillis) {
    static Path out(Path files) {
        return files.resolve("out.log");
    }

    static Path safepoints(Path files) {
        return files.resolve("safepoints.log");
    }

    Path out() {
        return out(files);
    }

    Path safepoints() {
        return safepoints(files);
    }
}
