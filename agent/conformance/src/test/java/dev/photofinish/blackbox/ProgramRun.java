package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of programs run in one JVM with the agent in full mode, and what the analyzer says about its recording.
 *
 * @param outcome how the JVM of the programs ended
 */
record ProgramRun(Jdk jdk, List<ProgramCase> programs, Command.Outcome outcome, Path recording, Analysis analysis) {
    private static final String MAIN = "dev.photofinish.conformance.Main";
    private static final String INCLUDE = "dev.photofinish.conformance.**";

    static ProgramRun of(Jdk jdk, String name, List<ProgramCase> programs) throws IOException, InterruptedException {
        return of(jdk, name, programs, 0);
    }

    /** As above, in the order and with the disturbances of a seed; 0 is none. */
    static ProgramRun of(Jdk jdk, String name, List<ProgramCase> programs, long seed)
            throws IOException, InterruptedException {
        String id = name + "-" + jdk.feature();
        Path recording =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(id + ".jfr");
        Files.deleteIfExists(recording);
        Command command = Command.of(
                jdk.java(),
                "-Xmx512m",
                "-javaagent:" + Shipped.agentJar() + "=mode=full,include=" + INCLUDE + ",output=" + recording);
        if (seed != 0) {
            command.with("-Dphotofinish.seed=" + seed);
        }
        command.with("-cp", Shipped.programs(), MAIN);
        programs.forEach(program -> command.with(program.program().getName()));
        Command.Outcome outcome = command.run(id);
        if (outcome.exit() != 0 || !Files.exists(recording)) {
            throw new IllegalStateException("expected exit code 0 and " + recording + ", found " + outcome);
        }
        return new ProgramRun(jdk, programs, outcome, recording, Analysis.of(recording));
    }
}
