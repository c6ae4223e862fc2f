package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that ends by itself, and what it left. */
final class Command {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> environment;

    private Command(Map<String, String> environment) {
        this.environment = environment;
    }

    static Command of(Object... words) {
        return new Command(Map.of()).with(words);
    }

    /** {@code java -jar photofinish-agent.jar …} on the JDK that runs the tests. */
    static Command agent(Object... words) {
        return shipped(Shipped.agentJar()).with(words);
    }

    /** {@code java -jar photofinish-analyzer.jar …}. */
    static Command analyzer(Object... words) {
        return shipped(Shipped.analyzerJar()).with(words);
    }

    /** Without C2, which a command of a second or two does not outlive. */
    private static Command shipped(Path jar) {
        return of(Path.of(System.getProperty("java.home"), "bin/java"), "-XX:TieredStopAtLevel=1", "-jar", jar);
    }

    Command with(Object... more) {
        Arrays.stream(more).map(Object::toString).forEach(words::add);
        return this;
    }

    /** Runs it to its end, with the two streams in files of that name under {@code target/logs}. */
    Outcome run(String name) throws IOException, InterruptedException {
        Path logs = Files.createDirectories(Shipped.target().resolve("logs"));
        Path out = logs.resolve(name + ".out");
        Path err = logs.resolve(name + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("expected to end within " + PATIENCE + ": " + words + ", see " + out);
        }
        return new Outcome(
                words,
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** How a command ended. */
    record Outcome(List<String> words, int exit, String out, String err) {
        @Override
        public String toString() {
            return String.join(" ", words) + "\nexit " + exit + "\nstdout: " + tail(out) + "\nstderr: " + tail(err);
        }

        private static String tail(String text) {
            return text.length() <= 4000 ? text : "…" + text.substring(text.length() - 4000);
        }
    }
}
