package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of {@code Contended} with the agent in full mode.
 *
 * @param report of its recording
 */
record ContendedRun(ContendedTruth truth, JsonNode report) {
    static final String PROGRAM = "dev.photofinish.victim.Contended";

    /** @param options of the JVM, besides */
    static ContendedRun of(Jdk jdk, String name, String... options) throws Exception {
        Path recording = recording(name);
        List<Object> words = new ArrayList<>(List.of(jdk.java()));
        words.addAll(List.of(options));
        words.addAll(List.of(
                "-javaagent:" + Shipped.agentJar() + "=mode=full,include=dev.photofinish.victim.**,output=" + recording,
                "-cp",
                Shipped.programs(),
                PROGRAM));
        Command.Outcome outcome = Command.of(words.toArray()).run(name);
        assertThat(outcome.exit()).as(outcome.toString()).isZero();
        JsonNode report = new ObjectMapper()
                .readTree(Command.analyzer("analyze", recording, "--format", "json")
                        .run("analyze-" + name)
                        .out());
        return new ContendedRun(ContendedTruth.of(outcome.out()), report);
    }

    /** Where a recording of that name is to be written; one from before is gone. */
    static Path recording(String name) throws Exception {
        Path file =
                Files.createDirectories(Shipped.target().resolve("recordings")).resolve(name + ".jfr");
        Files.deleteIfExists(file);
        return file;
    }
}
