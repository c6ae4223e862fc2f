package dev.photofinish.overhead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
        Launched launched = launch(jdk, workload, row, 1);
        try {
            String late = row == Row.ATTACHED ? attachWhenWarm(jdk, workload, launched) : "";
            long patience = seconds(1) + PATIENCE_SECONDS;
            if (!launched.process().waitFor(patience, TimeUnit.SECONDS)) {
                throw new RunFailedException("did not end in " + patience + " s");
            }
            if (!late.isEmpty()) {
                throw new RunFailedException(late);
            }
            return sample(launched);
        } finally {
            end(launched);
        }
    }

    /**
     * Runs a JVM for each of the rows, all at once and in turn, for as many times as long as there are rows.
     *
     * @throws RunFailedException if one of them does not run here
     */
    List<Sample> inSlices(Jdk jdk, Workload workload, List<Row> rows) throws IOException, InterruptedException {
        List<Launched> launched = new ArrayList<>();
        try {
            for (Row row : rows) {
                launched.add(launch(jdk, workload, row, rows.size()));
            }
            List<FutureTask<String>> attaching = launched.stream()
                    .filter(one -> one.row() == Row.ATTACHED)
                    .map(one -> new FutureTask<>(() -> attachWhenWarm(jdk, workload, one)))
                    .toList();
            attaching.forEach(task -> new Thread(task, "attach").start());
            new Slices(settings.sliceMillis())
                    .run(
                            launched.stream().map(Launched::process).toList(),
                            seconds(rows.size()) + rows.size() * PATIENCE_SECONDS);
            for (FutureTask<String> task : attaching) {
                check(task);
            }
            List<Sample> samples = new ArrayList<>();
            for (Launched one : launched) {
                samples.add(sample(one));
            }
            return samples;
        } finally {
            for (Launched one : launched) {
                end(one);
            }
        }
    }

    private static void check(Future<String> attached) throws InterruptedException {
        try {
            String problem = attached.get();
            if (!problem.isEmpty()) {
                throw new RunFailedException(problem);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the attach failed", e.getCause());
        }
    }

    private long seconds(int times) {
        return (long) times * (settings.warmUpSeconds() + settings.seconds());
    }

    private Launched launch(Jdk jdk, Workload workload, Row row, int times) throws IOException {
        Path files = Files.createTempDirectory(Files.createDirectories(built.target()), "run-");
        List<String> command = new ArrayList<>(List.of(
                jdk.java().toString(),
                HEAP,
                "-Djava.io.tmpdir=" + files,
                "-Xlog:safepoint=info:file=" + Launched.safepoints(files),
                "-Dworkload.unpaced=true",
                "-Dworkload.load=" + settings.loadPercent(),
                "-Dworkload.warmup=" + times * settings.warmUpSeconds()));
        Receiver receiver = new Receiver();
        command.addAll(row.options(built, workload, files, receiver));
        command.addAll(List.of(
                "-cp",
                built.workloads(),
                "dev.photofinish.workload.Main",
                workload.key(),
                Long.toString(seconds(times))));
        long started = System.currentTimeMillis();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Launched.out(files).toFile())
                    .start();
            return new Launched(process, row, files, receiver, started);
        } catch (IOException e) {
            receiver.close();
            throw e;
        }
    }

    private static Sample sample(Launched ended) throws IOException {
        List<String> lines = Files.readAllLines(ended.out(), StandardCharsets.UTF_8);
        String measured = lines.stream()
                .filter(line -> line.startsWith("measured "))
                .findFirst()
                .orElse("");
        if (ended.process().exitValue() != 0 || measured.isEmpty()) {
            throw new RunFailedException("exit code " + ended.process().exitValue() + ": " + reason(lines));
        }
        String leaves = ended.row().leaves();
        if (!Files.exists(ended.files().resolve(leaves))) {
            throw new RunFailedException("left no " + leaves + ": " + reason(lines));
        }
        double pause = SafepointLog.longestMillis(Files.readAllLines(ended.safepoints(), StandardCharsets.UTF_8));
        return Sample.parse(
                measured, ended.startedMillis(), pause, ended.receiver().bytes());
    }

    /** Answers what went wrong; empty for nothing. */
    private String attachWhenWarm(Jdk jdk, Workload workload, Launched launched)
            throws IOException, InterruptedException {
        while (!Files.readString(launched.out(), StandardCharsets.UTF_8).contains(WARM)) {
            if (launched.process().waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return "ended before its warm-up was over";
            }
        }
        try {
            built.attach(jdk, launched.process().pid(), Row.windows(workload, launched.files(), launched.receiver()));
            return "";
        } catch (IOException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    /** The cause stands last in a stack trace; libraries may have said something before. */
    private static String reason(List<String> lines) {
        String first = lines.stream()
                .filter(line -> line.startsWith("Exception in thread "))
                .findFirst()
                .orElse(lines.isEmpty() ? "no output" : lines.get(0));
        return lines.stream()
                .filter(line -> line.startsWith("Caused by:"))
                .reduce((earlier, later) -> later)
                .orElse(first);
    }

    /** Whatever became of it: no JVM and no file is left. */
    private static void end(Launched launched) throws IOException, InterruptedException {
        launched.process().descendants().forEach(ProcessHandle::destroyForcibly);
        launched.process().destroyForcibly().waitFor();
        launched.receiver().close();
        delete(launched.files());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> left = Files.walk(directory)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
