package dev.photofinish.analyzer.suppress;

import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.SuppressedRace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The suppressions in force. */
public final class Suppressions {
    /** None but those of annotations. */
    public static final Suppressions NONE = new Suppressions(List.of());

    private final List<Rule> rules;

    private Suppressions(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a file: one suppression a line, {@code pkg.Class.field [in pkg.Class.method] # reason}; empty lines and lines that
     * begin with {@code #} are passed over.
     *
     * @throws SuppressionException naming the line, what was expected and what was found
     */
    public static Suppressions read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (SuppressionException e) {
            throw new SuppressionException(file + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new SuppressionException(file + ": expected a file, found nothing there");
        } catch (IOException e) {
            throw new SuppressionException(file + ": expected a readable text file, found " + e);
        }
    }

    static Suppressions of(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                rules.add(Rule.parse(line, i + 1));
            }
        }
        return new Suppressions(rules);
    }

    /**
     * Tells the races that are to be reported from those that are suppressed.
     *
     * @param annotations in the code that say that a race is meant, by fingerprint
     */
    public Divided divide(List<Race> races, Map<String, String> annotations) {
        List<Race> reported = new ArrayList<>();
        List<SuppressedRace> suppressed = new ArrayList<>();
        for (Race race : races) {
            String annotation = annotations.get(race.fingerprint());
            boolean inSource = annotation != null;
            Optional<String> reason = inSource ? Optional.of("annotated " + annotation) : reason(race);
            reason.ifPresentOrElse(
                    why -> suppressed.add(
                            new SuppressedRace(race.field(), why, race.count(), race.fingerprint(), race, inSource)),
                    () -> reported.add(race));
        }
        return new Divided(reported, suppressed);
    }

    /** Why the race is suppressed, in words; the first rule that matches counts. */
    private Optional<String> reason(Race race) {
        return rules.stream().filter(rule -> rule.matches(race)).findFirst().map(Rule::reason);
    }

    /** The races of a window. */
    public record Divided(List<Race> reported, List<SuppressedRace> suppressed) {
        public Divided {
            reported = List.copyOf(reported);
            suppressed = List.copyOf(suppressed);
        }
    }
}
