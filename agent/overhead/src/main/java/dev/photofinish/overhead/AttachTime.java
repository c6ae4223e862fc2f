package dev.photofinish.overhead;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code AttachTime RUNS CLASSES JDK...}: how long it takes to attach the shipped jar to JVMs that have loaded so many classes of
 * real libraries, until the fields are woven, what CPU time the JVM used meanwhile, and the longest pause. One of the libraries is
 * what is watched.
 */
public final class AttachTime {
    private static final String WATCHED = "include=org.h2.**";
    private static final double MILLION = 1e6;

    private final Built built;
    private final List<String> libraries;

    private AttachTime(Built built) throws IOException {
        this.built = built;
        this.libraries = Stream.of(built.workloads().split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .toList();
    }

    /** To be run from the root of the repository, after {@code mvn package}, on a quiet machine. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException("expected RUNS CLASSES JDK..., found " + String.join(" ", arguments));
        }
        measure(System.out, Path.of("."), arguments);
    }

    static void measure(PrintStream out, Path root, String... arguments) throws IOException, InterruptedException {
        AttachTime time = new AttachTime(new Built(root.toAbsolutePath().normalize()));
        int runs = Integer.parseInt(arguments[0]);
        int classes = Integer.parseInt(arguments[1]);
        for (String home : Arrays.asList(arguments).subList(2, arguments.length)) {
            out.println(time.of(Jdk.at(Path.of(home)), runs, classes));
        }
    }

    private String of(Jdk jdk, int runs, int classes) throws IOException, InterruptedException {
        double[] attach = new double[runs];
        double[] cpu = new double[runs];
        double[] pauses = new double[runs];
        for (int run = 0; run < runs; run++) {
            Path log = Files.createTempFile("safepoint", ".log");
            Process target = start(jdk, classes, log);
            try {
                double before = cpuMillis(target);
                attach[run] = attach(jdk, target.pid()) / MILLION;
                cpu[run] = cpuMillis(target) - before;
            } finally {
                target.destroy();
                target.waitFor();
            }
            pauses[run] = SafepointLog.longestMillis(Files.readAllLines(log, StandardCharsets.UTF_8));
            Files.delete(log);
        }
        return String.format(
                Locale.ROOT,
                "JDK %s, %d classes, %d runs: attach until woven, command included, %s; CPU of the JVM meanwhile %s; longest pause %s",
                jdk.version(),
                classes,
                runs,
                text(Interval.of(attach)),
                text(Interval.of(cpu)),
                text(Interval.of(pauses)));
    }

    private static double cpuMillis(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static String text(Interval interval) {
        return String.format(Locale.ROOT, "%.0f ms [%.0f, %.0f]", interval.median(), interval.low(), interval.high());
    }

    private Process start(Jdk jdk, int classes, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                jdk.java().toString(),
                "-Xlog:safepoint:file=" + log,
                "-cp",
                built.target().resolve("classes") + File.pathSeparator + String.join(File.pathSeparator, libraries),
                ManyClasses.class.getName(),
                Integer.toString(classes)));
        command.addAll(libraries);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (!("loaded " + classes).equals(line)) {
            process.destroy();
            throw new IOException("expected " + classes + " classes, found: " + line);
        }
        return process;
    }

    private long attach(Jdk jdk, long pid) throws IOException, InterruptedException {
        long start = System.nanoTime();
        built.attach(jdk, pid, WATCHED);
        return System.nanoTime() - start;
    }
}
