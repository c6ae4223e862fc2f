package dev.photofinish.hotpath;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a table was made: the machine and the commit. */
final class Machine {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, number of processors, operating system. */
    static String describe() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d processors (%s), %s %s",
                Runtime.getRuntime().availableProcessors(),
                cpu(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
    }

    private static String cpu() throws IOException {
        if (!Files.isReadable(CPUS)) {
            return System.getProperty("os.arch");
        }
        for (String line : Files.readAllLines(CPUS)) {
            if (line.startsWith("model name")) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return System.getProperty("os.arch");
    }

    /** The load of the last minute: 1 for each thread that runs or would like to. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** Whether the processor's counter of instructions can be read, by what {@code perf stat} says. */
    static String instructionCounter() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("perf", "stat", "-e", "instructions", "true")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noSuchProgram) {
            return "unknown, there is no perf";
        }
        String output = output(process);
        if (output.contains("<not supported>")) {
            return "not supported";
        }
        return process.waitFor() == 0 ? "there: see -prof perfnorm" : "perf failed";
    }

    /** The commit of the working directory, and whether files differ from it. */
    static String commit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "--short=12", "HEAD");
        boolean clean = git("status", "--porcelain", "--untracked-files=no").isEmpty();
        return clean ? commit : commit + " with changes";
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, "git");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = output(process);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": exit status 0 expected, found "
                    + process.exitValue() + "; run it in the repository");
        }
        return output;
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
