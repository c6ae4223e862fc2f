package dev.photofinish.blackbox;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A storm of clean programs in a JVM of its own, with the agent from its start, and one race on purpose. */
final class StormRun implements AutoCloseable {
    /** The race on purpose. */
    static final String CONTROL = "dev.photofinish.storm.Storm$Control.hits";

    private static final String MAIN = "dev.photofinish.storm.Storm";
    private static final String INCLUDE = "include=dev.photofinish.conformance.**;dev.photofinish.storm.**";
    private static final String LANES = "4";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path recording;
    private final Path out;
    private final Path err;

    private StormRun(Process process, Path recording, Path out, Path err) {
        this.process = process;
        this.recording = recording;
        this.out = out;
        this.err = err;
    }

    /** How a storm is to be. */
    record Weather(String agentOptions, List<String> jvmOptions, String beside) {
        static Weather calm(String agentOptions, String... jvmOptions) {
            return new Weather(agentOptions, List.of(jvmOptions), "calm");
        }

        Weather with(String what) {
            return new Weather(agentOptions, jvmOptions, what);
        }
    }

    /** Starts it; it ends by itself after the seconds. */
    static StormRun start(Jdk jdk, String name, Duration length, Weather weather) throws IOException {
        String id = "storm-" + name + "-" + jdk.feature();
        Path logs = Files.createDirectories(Shipped.target().resolve("logs"));
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(id + ".jfr");
        Files.deleteIfExists(recording);
        List<String> words = new ArrayList<>();
        words.add(jdk.java().toString());
        words.add("-Xmx256m");
        words.addAll(weather.jvmOptions());
        words.add("-javaagent:" + Shipped.agentJar() + "=" + INCLUDE + ",output=" + recording + ","
                + weather.agentOptions());
        words.addAll(List.of("-cp", Shipped.programs().toString(), MAIN));
        words.addAll(List.of(Long.toString(length.toSeconds()), LANES, weather.beside()));
        programs(jdk).forEach(program -> words.add(program.program().getName()));
        Path out = logs.resolve(id + ".out");
        Path err = logs.resolve(id + ".err");
        Files.deleteIfExists(out);
        Process process = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new StormRun(process, recording, out, err);
    }

    /** Clean programs that may be run again and again: whatever they keep is an object's. */
    private static List<ProgramCase> programs(Jdk jdk) {
        return ProgramCase.all().stream()
                .filter(program -> program.runsOn(jdk) && program.asserted())
                .filter(program -> program.expected().isEmpty() && !keepsStaticState(program.program()))
                .toList();
    }

    private static boolean keepsStaticState(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()))
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .map(Field::getModifiers)
                .anyMatch(modifiers -> Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String out() throws IOException {
        return Files.exists(out) ? Files.readString(out, StandardCharsets.UTF_8) : "";
    }

    /** Waits until it says that it has begun. */
    StormRun awaitReady() throws Exception {
        Await.until("ready in " + out, PATIENCE, () -> out().contains("ready") || !process.isAlive());
        return this;
    }

    /** Waits for its end, and analyses what it has left. */
    Analysis analysis() throws IOException, InterruptedException {
        return Analysis.of(awaitRecording());
    }

    /** Waits for its end; answers the recording. */
    Path awaitRecording() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("expected to end within " + PATIENCE + ", see " + out);
        }
        if (process.exitValue() != 0 || !out().contains("done") || !Files.exists(recording)) {
            throw new IllegalStateException("expected exit code 0 and " + recording + ", found exit code "
                    + process.exitValue() + ": " + Files.readString(err, StandardCharsets.UTF_8));
        }
        return recording;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
