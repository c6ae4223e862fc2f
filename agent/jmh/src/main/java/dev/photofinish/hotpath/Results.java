package dev.photofinish.hotpath;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs all benchmarks on all JDKs that the system property {@code jdks} names, and writes {@code agent/jmh/RESULTS.md}: again
 * after each part, so that a run that is ended early leaves what there is. To be run in the repository, with JMH's options.
 */
public final class Results {
    private static final Path AGENT = Path.of("agent/target/photofinish-agent.jar");
    private static final Path PAGE = Path.of("agent/jmh/RESULTS.md");

    /** Where agents keep their files. */
    private static final Path DIRECTORY = Path.of("agent/jmh/target");

    private static final String WOVEN = "\\." + WovenBenchmark.class.getSimpleName() + "\\.";

    private final CommandLineOptions options;
    private final Path agent;
    private final Grid probes = new Grid("ns");
    private final Grid woven = new Grid("ns");
    private final String head;
    private final StringBuilder loads = new StringBuilder(Machine.load());

    private Results(CommandLineOptions options, Path agent, String head) {
        this.options = options;
        this.agent = agent;
        this.head = head;
    }

    /** Takes JMH's options: {@code -f 5 -i 5 -r 1s}. */
    public static void main(String[] arguments)
            throws CommandLineOptionException, IOException, InterruptedException, RunnerException {
        Path agent = AGENT.toAbsolutePath();
        if (!Files.isReadable(agent)) {
            throw new IllegalStateException("the shipped agent expected, found no " + agent);
        }
        String how = arguments.length == 0 ? "none" : String.join(" ", arguments);
        String head = "- Machine: " + Machine.describe() + "\n- Commit: " + Machine.commit()
                + "\n- Options of the command: `" + how + "`\n- Day: " + LocalDate.now(ZoneOffset.UTC)
                + "\n- Counter of instructions (`perf stat`): " + Machine.instructionCounter() + "\n";
        Results results = new Results(new CommandLineOptions(arguments), agent, head);
        results.run(System.getProperty("jdks", System.getProperty("java.home")).split(File.pathSeparator, -1));
    }

    private void run(String[] jdks) throws RunnerException, IOException {
        for (String jdk : jdks) {
            for (RunResult result : run(jdk, AgentState.NONE, false)) {
                put(probes, jdkOf(result), result);
            }
            write();
        }
        for (String jdk : jdks) {
            for (AgentState state : AgentState.values()) {
                for (RunResult result : run(jdk, state, true)) {
                    put(woven, jdkOf(result) + ": " + state.title(), result);
                }
                write();
            }
        }
    }

    /** With what each method of a group took, and what profilers found. */
    private static void put(Grid grid, String column, RunResult result) {
        grid.put(row(result), column, cell(result.getPrimaryResult()));
        result.getSecondaryResults()
                .forEach((part, ofPart) -> grid.put(row(result) + ": " + part, column, cell(ofPart)));
    }

    private Collection<RunResult> run(String jdk, AgentState state, boolean ofWoven) throws RunnerException {
        List<String> jvmArguments = state.jvmArguments(agent, DIRECTORY.toAbsolutePath());
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options);
        builder.jvm(Path.of(jdk, "bin", "java").toString())
                .jvmArgsAppend(jvmArguments.toArray(String[]::new))
                .shouldFailOnError(true);
        if (ofWoven) {
            builder.include(WOVEN);
        } else {
            builder.include(HotPath.class.getPackageName()).exclude(WOVEN);
        }
        return new Runner(builder.build()).run();
    }

    private static String row(RunResult result) {
        String name = result.getParams().getBenchmark();
        String method = name.substring(name.lastIndexOf('.') + 1);
        String type = name.substring(0, name.lastIndexOf('.'));
        String subject = type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "");
        StringBuilder row = new StringBuilder(subject).append('.').append(method);
        for (String key : result.getParams().getParamsKeys()) {
            row.append(", ").append(key).append(' ').append(result.getParams().getParam(key));
        }
        return row.toString();
    }

    private static String jdkOf(RunResult result) {
        return "JDK " + result.getParams().getJdkVersion();
    }

    private static String cell(Result<?> result) {
        return String.format(
                Locale.ROOT,
                "%.2f ± %.2f (%.2f)",
                result.getScore(),
                result.getScoreError(),
                result.getStatistics().getMin());
    }

    private void write() throws IOException {
        loads.append(", ").append(Machine.load());
        String text = """
                # Results

                Written by the command in [README.md](README.md), which says what the rows are; not to be edited.

                %s- Load of the last minute, before the run and after each part: %s

                Nanoseconds an operation: the mean, the half of the 99.9 %% confidence interval that JMH computes from the rounds of all JVMs, and the quickest round.

                ## Probes, called as woven code calls them

                %s
                ## Operations of an application, and the shipped agent

                %s""".formatted(head, loads, probes.markdown(), woven.markdown());
        Files.writeString(PAGE, text);
    }
}
