package dev.photofinish.blackbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that runs until it is told to stop, with a directory for temporary files of its own: what it leaves there is its
 * leavings.
 */
final class LiveJvm implements AutoCloseable {
    private static final String VICTIM = "dev.photofinish.victim.Victim";
    private static final String TOILER = "dev.photofinish.victim.Toiler";
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path temporary;
    private final Path err;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Writer commands;
    private final Thread reader;

    private LiveJvm(Process process, Path temporary, Path err) {
        this.process = process;
        this.temporary = temporary;
        this.err = err;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.reader = new Thread(this::read, "reader of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the victim and waits until it is ready. */
    static LiveJvm victim(Jdk jdk, String name, String... options) throws IOException, InterruptedException {
        return victimIn(jdk, temporaryDirectory(name + "-" + jdk.feature()), name, options);
    }

    /** Starts the program under load, as {@link #victim} otherwise. */
    static LiveJvm toiler(Jdk jdk, String name, String... options) throws IOException, InterruptedException {
        return toilerUnder(List.of(), jdk, name, options);
    }

    /** As {@link #toiler}, started by a command that ends in becoming the JVM, whose words follow it. */
    static LiveJvm toilerUnder(List<String> launcher, Jdk jdk, String name, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", Shipped.programs().toString(), TOILER));
        String id = name + "-" + jdk.feature();
        return start(launcher, jdk, temporaryDirectory(id), id, arguments);
    }

    /** As {@link #victim}, with a directory for temporary files that another one may have left. */
    static LiveJvm victimIn(Jdk jdk, Path temporary, String name, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", Shipped.programs().toString(), VICTIM));
        return start(jdk, temporary, name + "-" + jdk.feature(), arguments);
    }

    /** Starts any program that prints {@code ready}, with these arguments of {@code java}. */
    static LiveJvm start(Jdk jdk, Path temporary, String name, List<String> arguments)
            throws IOException, InterruptedException {
        return start(List.of(), jdk, temporary, name, arguments);
    }

    private static LiveJvm start(List<String> launcher, Jdk jdk, Path temporary, String name, List<String> arguments)
            throws IOException, InterruptedException {
        Path logs = Files.createDirectories(Shipped.target().resolve("logs"));
        Path err = logs.resolve(name + ".err");
        List<String> words = new ArrayList<>(launcher);
        words.add(jdk.java().toString());
        words.add("-Xmx128m");
        words.add("-Djava.io.tmpdir=" + temporary);
        words.addAll(arguments);
        LiveJvm jvm = new LiveJvm(
                new ProcessBuilder(words).redirectError(err.toFile()).start(), temporary, err);
        String first = jvm.line();
        if (!"ready".equals(first)) {
            jvm.close();
            throw new IllegalStateException("expected ready, found " + first + "; stderr: " + jvm.err());
        }
        return jvm;
    }

    /** An empty directory of that name under {@code target/tmp}. */
    static Path temporaryDirectory(String name) throws IOException {
        Path directory = Files.createDirectories(Shipped.target().resolve("tmp").resolve(name));
        for (Path left : files(directory)) {
            Files.delete(left);
        }
        return directory;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a command and returns the line that answers it. */
    String ask(String command) throws IOException, InterruptedException {
        commands.write(command + "\n");
        commands.flush();
        String answer = line();
        if (answer == null) {
            throw new IllegalStateException("expected an answer to " + command + ", found none; stderr: " + err());
        }
        return answer;
    }

    /** The files under its directory for temporary files, deepest first, without those of the JVM itself. */
    List<Path> leavings() throws IOException {
        return files(temporary).stream()
                .filter(file ->
                        !isOfTheJvm(temporary.relativize(file).getName(0).toString()))
                .toList();
    }

    /** Its counters, and the repository that JFR makes at the first recording of a JVM and keeps until it ends. */
    private static boolean isOfTheJvm(String name) {
        return name.startsWith("hsperfdata_") || name.matches("\\d{4}(_\\d{2}){5}_\\d+");
    }

    /** The chunks that the agent keeps for later. */
    long spooled() throws IOException {
        return leavings().stream()
                .filter(file -> file.getFileName().toString().endsWith(".jfr.gz"))
                .count();
    }

    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** As {@link #ask}, where the answer is a number. */
    long measure(String command) throws IOException, InterruptedException {
        return Long.parseLong(ask(command));
    }

    /** What it has printed and nobody has read; all of it once it has ended. */
    List<String> unread() throws InterruptedException {
        reader.join();
        return List.copyOf(lines);
    }

    /** Asks it to end, and waits for it. */
    int quit() throws IOException, InterruptedException {
        commands.write("quit\n");
        commands.flush();
        return awaitEnd();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("expected process " + pid() + " to end");
        }
        return process.exitValue();
    }

    private @Nullable String line() throws InterruptedException {
        for (long i = 0; i < PATIENCE_SECONDS * 10; i++) {
            String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null || (!process.isAlive() && lines.isEmpty())) {
                return line;
            }
        }
        return null;
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("cannot read: " + e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = new ArrayList<>(
                    files.filter(file -> !file.equals(directory)).sorted().toList());
            Collections.reverse(deepestFirst);
            return deepestFirst;
        }
    }
}
