package dev.photofinish.overhead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one JVM with a workload, and answers what it measured. Its files are gone afterwards. */
final class Run {
    private static final String HEAP = "-Xmx1g";

    /** What a JVM may take beyond its time, to start, to write a recording of full mode, and to end. */
    private static final long PATIENCE_SECONDS = 120;

    /** The line of a workload whose warm-up is over. */
    private static final String WARM = "warm\n";

    private static final long POLL_MILLIS = 20;

    private final Built built;
    private final Settings settings;

    Run(Built built, Settings settings) {
        this.built = built;
        this.settings = settings;
    }

    /** @throws RunFailedException if this row does not run here */
    Sample of(Jdk jdk, Workload workload, Row row) throws IOException, InterruptedException {
        Path files = Files.createTempDirectory(Files.createDirectories(built.target()), "run-");
        try {
            return measure(jdk, workload, row, files);
        } finally {
            delete(files);
        }
    }

    private Sample measure(Jdk jdk, Workload workload, Row row, Path files) throws IOException, InterruptedException {
        Path safepoints = files.resolve("safepoints.log");
        Path out = files.resolve("out.log");
        long seconds = (long) settings.warmUpSeconds() + settings.seconds();
        List<String> command = new ArrayList<>(List.of(
                jdk.java().toString(),
                HEAP,
                "-Djava.io.tmpdir=" + files,
                "-Xlog:safepoint=info:file=" + safepoints,
                "-Dworkload.unpaced=true",
                "-Dworkload.warmup=" + settings.warmUpSeconds()));
        command.addAll(row.options(built, workload, files));
        command.addAll(List.of(
                "-cp", built.workloads(), "dev.photofinish.workload.Main", workload.key(), Long.toString(seconds)));
        long started = System.currentTimeMillis();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        String late = row == Row.ATTACHED ? attachWhenWarm(jdk, process, Row.include(workload, files), out) : "";
        if (!process.waitFor(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new RunFailedException("did not end in " + (seconds + PATIENCE_SECONDS) + " s");
        }
        if (!late.isEmpty()) {
            throw new RunFailedException(late);
        }
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        String measured = lines.stream()
                .filter(line -> line.startsWith("measured "))
                .findFirst()
                .orElse("");
        if (process.exitValue() != 0 || measured.isEmpty()) {
            throw new RunFailedException("exit code " + process.exitValue() + ": " + reason(lines));
        }
        if (!Files.exists(files.resolve(row.leaves()))) {
            throw new RunFailedException("left no " + row.leaves() + ": " + reason(lines));
        }
        double pause = SafepointLog.longestMillis(Files.readAllLines(safepoints, StandardCharsets.UTF_8));
        return Sample.parse(measured, started, pause);
    }

    /** Answers what went wrong; empty for nothing. */
    private String attachWhenWarm(Jdk jdk, Process workload, String options, Path out)
            throws IOException, InterruptedException {
        while (!Files.readString(out, StandardCharsets.UTF_8).contains(WARM)) {
            if (workload.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return "ended before its warm-up was over";
            }
        }
        try {
            built.attach(jdk, workload.pid(), options);
            return "";
        } catch (IOException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    /** The cause stands last in a stack trace. */
    private static String reason(List<String> lines) {
        String first = lines.isEmpty() ? "no output" : lines.get(0);
        return lines.stream()
                .filter(line -> line.startsWith("Caused by:"))
                .reduce((earlier, later) -> later)
                .orElse(first);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> left = Files.walk(directory)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
