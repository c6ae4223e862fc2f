package dev.photofinish.timing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a workload at full speed without and with the agent in full mode, in turns; prints how many times fewer rounds it made. */
final class FullModeSlowdown {
    private static final Pattern ROUNDS = Pattern.compile("(?m)^\\w+: (\\d+) rounds");

    private final Path java;
    private final String workload;
    private final String include;
    private final String seconds;

    private FullModeSlowdown(String home, String workload, String include, String seconds) {
        this.java = Path.of(home, "bin/java");
        this.workload = workload;
        this.include = include;
        this.seconds = seconds;
    }

    /** Takes a workload, the packages of its library, seconds a run, pairs of runs, and the home of the Java to run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException("expected <workload> <include> <seconds> <pairs> [java-home], found "
                    + String.join(" ", arguments));
        }
        String home = arguments.length > 4 ? arguments[4] : System.getProperty("java.home");
        int pairs = Integer.parseInt(arguments[3]);
        FullModeSlowdown slowdown = new FullModeSlowdown(home, arguments[0], arguments[1], arguments[2]);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            long plain = slowdown.plain();
            long watched = slowdown.watched();
            ratios.add((double) plain / watched);
            System.out.printf(Locale.ROOT, "plain %d rounds, full mode %d rounds%n", plain, watched);
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%s on %s, %d pairs of %s s: median slowdown of full mode %.2f (%.2f to %.2f)%n",
                arguments[0],
                Path.of(home).getFileName(),
                pairs,
                arguments[2],
                ratios.get(pairs / 2),
                ratios.get(0),
                ratios.get(pairs - 1));
    }

    private long plain() throws IOException, InterruptedException {
        return rounds(List.of());
    }

    private long watched() throws IOException, InterruptedException {
        Path recording = Files.createTempFile("slowdown", ".jfr");
        try {
            return rounds(List.of("-javaagent:agent/target/photofinish-agent.jar=mode=full,include=" + include
                    + ";dev.photofinish.workload.**,output=" + recording));
        } finally {
            Files.deleteIfExists(recording);
        }
    }

    private long rounds(List<String> agent) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xmx1g");
        command.add("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");
        command.add("-Dworkload.unpaced=true");
        command.addAll(agent);
        String libraries = Files.readString(Path.of("agent/workloads/target/classpath.txt"), StandardCharsets.UTF_8);
        command.add("-cp");
        command.add("agent/workloads/target/classes" + File.pathSeparator + libraries.strip());
        command.addAll(List.of("dev.photofinish.workload.Main", workload, seconds));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rounds = ROUNDS.matcher(out);
        if (process.waitFor() != 0 || !rounds.find()) {
            throw new IOException(
                    "expected exit code 0 and the number of rounds, found " + process.exitValue() + " and " + out);
        }
        return Long.parseLong(rounds.group(1));
    }
}
