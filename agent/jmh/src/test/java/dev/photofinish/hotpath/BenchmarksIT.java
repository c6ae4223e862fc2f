package dev.photofinish.hotpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.probe.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Every benchmark for a moment: that it runs, and that probes record where they should. Says nothing about speed. */
class BenchmarksIT {
    private static final Path MODULE = Path.of(System.getProperty("photofinish.module"));
    private static final Path AGENT =
            MODULE.resolve("../target/photofinish-agent.jar").normalize();
    private static final Path BENCHMARKS = MODULE.resolve("target/benchmarks.jar");

    @Test
    void probes_calledByHand_run() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(HotPath.class.getPackageName())
                .exclude(WovenBenchmark.class.getSimpleName())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        assertThat(results)
                .hasSize(27)
                .allSatisfy(result -> assertThat(result.getPrimaryResult().getScore())
                        .as(result.getParams().getBenchmark())
                        .isPositive());
        assertThat(Failures.first()).isNull();
    }

    /** In a JVM of its own with the shipped jars, which fails where the agent has not woven what it should. */
    @Test
    void operations_wovenByTheAgent_run(@TempDir Path directory) throws IOException, InterruptedException {
        Path log = MODULE.resolve("target/woven.log");
        Path scores = directory.resolve("scores.csv");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djmh.ignoreLock=true");
        command.addAll(AgentState.CLOSED.jvmArguments(AGENT, directory));
        command.addAll(List.of("-cp", BENCHMARKS.toString(), "org.openjdk.jmh.Main", "-foe", "true"));
        command.addAll(List.of("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms"));
        command.addAll(List.of("-rf", "csv", "-rff", scores.toString(), WovenBenchmark.class.getSimpleName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as("see %s", log).isZero();
        assertThat(Files.readAllLines(scores)).as("a head and a line each").hasSize(1 + 8);
    }
}
