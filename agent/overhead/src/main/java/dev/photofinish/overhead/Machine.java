package dev.photofinish.overhead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and of what the measurements were made.
 *
 * @param commit of the repository; {@code -dirty} if its files differ from it
 * @param load average of one, five and fifteen minutes before the first JVM was started
 */
record Machine(
        String processor,
        int processors,
        long memoryMebibytes,
        String system,
        String commit,
        String load,
        Instant start) {
    static Machine read(Path root) throws IOException, InterruptedException {
        return new Machine(
                value(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                commit(root),
                loadNow(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    static String loadNow() throws IOException {
        String[] words = Files.readString(Path.of("/proc/loadavg"), StandardCharsets.UTF_8)
                .split(" ", 4);
        return words[0] + " " + words[1] + " " + words[2];
    }

    private static String commit(Path root) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty", "--exclude=*")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? out.strip() : "unknown";
    }

    /** What stands behind the colon. */
    private static String value(Path file, String key) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.startsWith(key)) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "0 (unknown)";
    }
}
