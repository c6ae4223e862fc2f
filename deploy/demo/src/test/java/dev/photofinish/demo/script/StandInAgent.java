package dev.photofinish.demo.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes the place of the agent's command: notes in {@code calls.txt} beside its jar how it was called. */
final class StandInAgent {
    private StandInAgent() {}

    public static void main(String[] arguments) throws Exception {
        Path calls = Path.of(StandInAgent.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling("calls.txt");
        Files.writeString(
                calls,
                String.join(" ", arguments) + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        System.out.println(arguments[0] + " done");
    }
}
