package dev.photofinish.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A workload that ran in a JVM with the agent in full mode, and what the analyzer says about its recording.
 *
 * @param report the analyzer's JSON
 */
record WorkloadRun(String name, JsonNode report, List<ReportedRace> races) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The workloads' own packages. */
    static final String OWN = "dev.photofinish.workload.**";

    /** Runs the workload, with the library's packages watched and the workload's own. */
    static WorkloadRun of(Jdk jdk, String workload, String library, String seconds)
            throws IOException, InterruptedException {
        String id = workload + "-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(id + ".jfr");
        Files.deleteIfExists(recording);
        String options = "=mode=full,include=" + library + ";" + OWN + ",output=" + recording;
        Command.Outcome outcome = Command.of(
                        jdk.java(),
                        "-Xmx1g",
                        // Agrona's own documentation asks for it.
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-javaagent:" + Shipped.agentJar() + options,
                        "-cp",
                        Shipped.programs() + File.pathSeparator + classPath(),
                        "dev.photofinish.workload.Main",
                        workload,
                        seconds)
                .run(id);
        if (outcome.exit() != 0) {
            throw new IllegalStateException("expected exit code 0, found " + outcome);
        }
        Command.Outcome analysis =
                Command.analyzer("analyze", recording, "--format", "json").run("analyze-" + id);
        if (analysis.exit() != 0) {
            throw new IllegalStateException("expected exit code 0, found " + analysis);
        }
        Files.writeString(recording.resolveSibling(id + ".json"), analysis.out(), StandardCharsets.UTF_8);
        // Of hundreds of megabytes for the long runs: the report is what is kept.
        Files.delete(recording);
        JsonNode report = JSON.readTree(analysis.out());
        List<ReportedRace> races = new ArrayList<>();
        report.required("races").forEach(race -> races.add(ReportedRace.of(race)));
        return new WorkloadRun(workload + " on " + jdk, report, List.copyOf(races));
    }

    /** Written by the build. */
    private static String classPath() throws IOException {
        return Files.readString(Shipped.target().resolve("classpath.txt"), StandardCharsets.UTF_8)
                .strip();
    }

    /** What is reported of locks taken in different orders: of none of these libraries anything is known. */
    List<String> lockOrders() {
        List<String> orders = new ArrayList<>();
        report.required("lockOrder").forEach(cycle -> orders.add(cycle.toString()));
        return orders;
    }

    long count(String key) {
        return report.required(key).asLong();
    }
}
