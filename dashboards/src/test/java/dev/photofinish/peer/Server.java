package dev.photofinish.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that serves until it is closed. It is told to listen on port 0, and says on which port it does in its log.
 * Also ended when the test's JVM exits without closing it.
 */
public final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long END_SECONDS = 20;

    private final Process process;
    private final Path log;
    private final List<String> command;
    private final Thread endAtExit;

    private Server(Process process, Path log, List<String> command) {
        this.process = process;
        this.log = log;
        this.command = command;
        this.endAtExit = new Thread(process::destroyForcibly);
    }

    /** Starts the command in a directory that exists, where its log is written too. */
    public static Server start(Path directory, List<String> command) {
        try {
            Path log = Files.createTempFile(directory, "server", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Server server = new Server(process, log, List.copyOf(command));
            Runtime.getRuntime().addShutdownHook(server.endAtExit);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line of the log that the pattern is found in, and gives its first group. */
    public String awaitLogged(Pattern pattern) {
        return Await.value(START, () -> "\"" + pattern + "\" in the log of " + command + ":\n" + log(), () -> {
            if (!process.isAlive()) {
                throw new AssertionError(
                        command + " ended with " + process.exitValue() + ", expected it to serve:\n" + log());
            }
            Matcher matcher = pattern.matcher(log());
            return matcher.find() ? matcher.group(1) : null;
        });
    }

    /** What it has printed so far. */
    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process: asks first, then insists. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(command + " did not end within " + END_SECONDS + " s of SIGTERM");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().removeShutdownHook(endAtExit);
        }
    }
}
