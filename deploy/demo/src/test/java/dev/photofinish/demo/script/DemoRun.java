package dev.photofinish.demo.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One run of the script; closing it ends whatever is left of it. */
final class DemoRun implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final List<String> lines = new ArrayList<>();
    private final List<ProcessHandle> seen = new ArrayList<>();

    DemoRun(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Reads until a line contains this; fails where the output ends before. */
    String awaitLine(String part) {
        for (String line = readLine(); line != null; line = readLine()) {
            if (line.contains(part)) {
                process.descendants().forEach(seen::add);
                return line;
            }
        }
        throw new AssertionError("no line with '" + part + "' in:\n" + text());
    }

    /** Reads to the end and returns the exit status. */
    int await() throws InterruptedException {
        String line;
        do {
            line = readLine();
        } while (line != null);
        return process.waitFor();
    }

    String text() {
        return String.join("\n", lines);
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Processes that the script had started by the last awaited line and that still run. */
    List<ProcessHandle> survivors() {
        return seen.stream().filter(ProcessHandle::isAlive).collect(Collectors.toList());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        survivors().forEach(ProcessHandle::destroyForcibly);
    }

    private String readLine() {
        try {
            String line = out.readLine();
            if (line != null) {
                lines.add(line);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
