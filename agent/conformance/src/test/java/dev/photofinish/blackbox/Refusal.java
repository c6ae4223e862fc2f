package dev.photofinish.blackbox;

import java.util.List;
import org.assertj.core.api.Assertions;

/** What every refusal looks like: the right exit code and one sentence on standard error that a person understands. */
final class Refusal {
    private final Command.Outcome outcome;

    private Refusal(Command.Outcome outcome) {
        this.outcome = outcome;
    }

    static Refusal assertThat(Command.Outcome outcome) {
        return new Refusal(outcome);
    }

    /** With these words somewhere in its sentence. */
    Refusal isRefusedWith(int exit, String... words) {
        Assertions.assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(exit);
        List<String> sentences = sentences(outcome.err());
        Assertions.assertThat(sentences).as(outcome.toString()).hasSize(1);
        Assertions.assertThat(sentences.get(0))
                .as(outcome.toString())
                .doesNotContain("Exception")
                .hasSizeLessThan(400);
        for (String word : words) {
            Assertions.assertThat(sentences.get(0)).as(outcome.toString()).contains(word);
        }
        return this;
    }

    /** The lines of the text that are the agent's and not the JVM's. */
    static List<String> sentences(String err) {
        return err.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !line.startsWith("WARNING: "))
                .filter(line -> !line.startsWith("Picked up "))
                .toList();
    }
}
