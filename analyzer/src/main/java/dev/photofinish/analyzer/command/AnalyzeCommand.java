package dev.photofinish.analyzer.command;

import dev.photofinish.analyzer.std.StdWriter;
import dev.photofinish.analyzer.suppress.SuppressionException;
import dev.photofinish.analyzer.suppress.Suppressions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyses recordings on disk. */
@Command(
        name = "analyze",
        description = "Analyses a JFR recording, all recordings (*.jfr) of a directory, or a trace (*.std).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found, or --fail-on was not given",
            "1:something that --fail-on names was found",
            "2:the input is unusable, or the command was not understood"
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final int FOUND = 1;
    private static final int UNUSABLE = 2;

    @Parameters(
            paramLabel = "<file.jfr|dir|trace.std>",
            description = "A recording, a directory with recordings, or a trace in the format of RAPID.")
    @SuppressWarnings("NullAway.Init") // required, so picocli has set it before call()
    private Path input;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "How the findings are written: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "<finding>",
            split = ",",
            description = "End with 1 if there is such a finding: ${COMPLETION-CANDIDATES}; several with commas.")
    private List<FailOn> failOn = List.of();

    @Option(
            names = "--suppressions",
            paramLabel = "<file>",
            description = "Races that are counted but not reported: pkg.Class.field [in pkg.Class.method] # reason")
    private @Nullable Path suppressions;

    @Option(
            names = "--stacks",
            paramLabel = "<directory>",
            description =
                    "Writes the stacks of threads that waited for locks, and of those that made them wait, into the directory:"
                            + " collapsed (*.collapsed) and as flame graphs (*.html).")
    private @Nullable Path stacks;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Report report = new Report();
        if (format == Format.STD) {
            report.traces(new StdWriter(out)::write);
        }
        Recordings recordings = new Recordings(report, suppressions());
        boolean usable = recordings.analyze(input);
        recordings.problems().forEach(problem -> err.println(Printable.of("photofinish-analyzer: " + problem)));
        if (!usable) {
            return UNUSABLE;
        }
        switch (format) {
            case TEXT -> new TextReport(report).print(out);
            case JSON -> new JsonReport(report).print(out);
            case SARIF -> new SarifReport(report).print(out);
            case STD -> {} // written window by window
        }
        if (stacks != null && !writeStacks(report, stacks, err)) {
            return UNUSABLE;
        }
        return failOn.stream().anyMatch(kind -> kind.isIn(report)) ? FOUND : 0;
    }

    private static boolean writeStacks(Report report, Path directory, PrintWriter err) {
        try {
            StackFiles.write(report, directory);
            return true;
        } catch (IOException e) {
            err.println(Printable.of("photofinish-analyzer: --stacks " + directory + ": cannot be written: " + e));
            return false;
        }
    }

    private Suppressions suppressions() {
        if (suppressions == null) {
            return Suppressions.NONE;
        }
        try {
            return Suppressions.read(suppressions);
        } catch (SuppressionException e) {
            throw new ParameterException(spec.commandLine(), "--suppressions " + e.getMessage(), e);
        }
    }

    /** How findings are written. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        STD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What makes the command fail. */
    enum FailOn {
        RACE,
        /** Locks taken in different orders, and deadlocks. */
        LOCK_ORDER;

        private boolean isIn(Report report) {
            return switch (this) {
                case RACE -> !report.races().isEmpty();
                case LOCK_ORDER -> !report.lockCycles().isEmpty();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
