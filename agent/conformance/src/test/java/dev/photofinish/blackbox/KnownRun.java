package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Drivers of released libraries, run in one JVM with the agent in full mode, and what the analyzer says about it.
 *
 * @param edition {@code before} or {@code after}
 */
record KnownRun(Jdk jdk, String edition, List<String> drivers, Command.Outcome outcome, Analysis analysis) {
    static final String BEFORE = "before";
    static final String AFTER = "after";

    private static final String INCLUDE = "org.apache.commons.**;org.apache.kafka.**;org.apache.log4j.**;"
            + "com.fasterxml.jackson.**;io.netty.**;ch.qos.logback.**;rx.**;dev.photofinish.known.Account";

    /** Runs them on each JDK, before and after the repair. */
    static List<KnownRun> all(String name, List<String> drivers) throws IOException, InterruptedException {
        List<KnownRun> runs = new ArrayList<>();
        for (Jdk jdk : Jdk.installed()) {
            runs.add(of(jdk, name, BEFORE, drivers));
            runs.add(of(jdk, name, AFTER, drivers));
        }
        return runs;
    }

    /**
     * Runs them.
     *
     * @param name of the files that are left
     */
    private static KnownRun of(Jdk jdk, String name, String edition, List<String> drivers)
            throws IOException, InterruptedException {
        String id = name + "-" + edition + "-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(id + ".jfr");
        Files.deleteIfExists(recording);
        Command command = Command.of(
                jdk.java(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + Shipped.agentJar() + "=mode=full,include=" + INCLUDE + ",output=" + recording,
                "-cp",
                Shipped.drivers(),
                "dev.photofinish.known.Main",
                Shipped.libraries(),
                edition);
        drivers.forEach(command::with);
        Command.Outcome outcome = command.run(id);
        if (outcome.exit() != 0 || !Files.exists(recording)) {
            throw new IllegalStateException("expected exit code 0 and " + recording + ", found " + outcome);
        }
        return new KnownRun(jdk, edition, drivers, outcome, Analysis.of(recording));
    }
}
