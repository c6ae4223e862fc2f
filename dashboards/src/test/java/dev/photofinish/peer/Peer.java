package dev.photofinish.peer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that is installed beside this project, found by name on the path. */
public final class Peer {
    private static final long TIMEOUT_SECONDS = 120;

    private final Path executable;

    private Peer(Path executable) {
        this.executable = executable;
    }

    /**
     * The program, or a skipped test.
     *
     * @param origin where it comes from, for the message
     */
    public static Peer required(String name, String origin) {
        Optional<Path> found = find(name);
        if (found.isPresent()) {
            return new Peer(found.get());
        }
        String message = name + " is not installed (" + origin + ")";
        if ("required".equals(System.getenv("PHOTOFINISH_PEERS"))) {
            throw new AssertionError(message + ", and PHOTOFINISH_PEERS=required");
        }
        System.err.println("SKIPPED: " + message);
        return Assumptions.abort(message);
    }

    /** Runs it to its end. */
    public Output run(Path directory, String... arguments) {
        List<String> command = command(arguments);
        try {
            Path log = Files.createTempFile("photofinish-peer", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(command + " has not ended after " + TIMEOUT_SECONDS + " s");
                }
                return new Output(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, e);
        }
    }

    /** Starts it as a server; see {@link Server}. */
    public Server serve(Path directory, String... arguments) {
        return Server.start(directory, command(arguments));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How a run ended. */
    public record Output(int exitCode, String text) {}
}
