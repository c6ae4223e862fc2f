package dev.photofinish.timing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attaches the shipped jar to fresh JVMs with many loaded classes; prints median times and the longest pause. */
final class AttachTiming {
    private static final Pattern TOTAL = Pattern.compile("Safepoint \"(\\w+)\".*Total: +(\\d+) ns");
    private static final double MILLION = 1_000_000.0;

    private AttachTiming() {}

    /** Takes the number of classes, of runs, and the home of the Java to attach to. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int classes = Integer.parseInt(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        String home = arguments.length > 2 ? arguments[2] : System.getProperty("java.home");
        List<Double> attachMillis = new ArrayList<>();
        List<Double> pauseMillis = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Path log = Files.createTempFile("safepoint", ".log");
            Process target = start(home, classes, log);
            try {
                attachMillis.add(attach(target.pid()) / MILLION);
            } finally {
                target.destroy();
                target.waitFor();
            }
            pauseMillis.add(longest(log) / MILLION);
            Files.delete(log);
        }
        attachMillis.sort(null);
        pauseMillis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s, %d classes, %d runs: attach until woven, command included: median %.0f ms (%.0f to %.0f);"
                        + " longest safepoint of a run: median %.1f ms, worst %.1f ms%n",
                Path.of(home).getFileName(),
                classes,
                runs,
                attachMillis.get(runs / 2),
                attachMillis.get(0),
                attachMillis.get(runs - 1),
                pauseMillis.get(runs / 2),
                pauseMillis.get(runs - 1));
    }

    private static Process start(String home, int classes, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        home + "/bin/java",
                        "-Xlog:safepoint:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyClasses.class.getName(),
                        Integer.toString(classes))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("loaded")) {
            throw new IOException("the JVM with many classes did not start: " + line);
        }
        return process;
    }

    private static long attach(long pid) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process attach = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-jar",
                        "agent/target/photofinish-agent.jar",
                        "attach",
                        Long.toString(pid),
                        "include=dev.photofinish.timing.**")
                .redirectErrorStream(true)
                .start();
        String output = new String(attach.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (attach.waitFor() != 0) {
            throw new IOException("attach failed: " + output);
        }
        return System.nanoTime() - start;
    }

    private static long longest(Path log) throws IOException {
        long longest = 0;
        for (String line : Files.readAllLines(log)) {
            Matcher total = TOTAL.matcher(line);
            if (total.find()) {
                longest = Math.max(longest, Long.parseLong(total.group(2)));
            }
        }
        return longest;
    }
}
