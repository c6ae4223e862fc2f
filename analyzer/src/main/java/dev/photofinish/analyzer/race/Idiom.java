package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.race.GradeRule.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that know an idiom by the shape of the code, as the agent names it in {@code photofinish.Site}. The agent names a
 * shape only where all places of the field that it knows bear it out. No rule excuses a field of 64 bits, which may tear.
 */
final class Idiom {
    private static final String SINGLE_READ = "lazy initialization, single read";
    private static final String DOUBLE_READ = "lazy initialization, double read";
    private static final Set<String> COUNTER = Set.of("counter", "counter report");

    private Idiom() {}

    static @Nullable Verdict singleRead(Evidence evidence) {
        return shape(evidence.first()).equals(SINGLE_READ)
                        && shape(evidence.second()).equals(SINGLE_READ)
                ? new Verdict(
                        Grade.LOW,
                        "Benign idiom: lazy initialization with a single read, as String.hashCode does it. Each thread"
                                + " uses the value that it read or computed itself, and the value is a primitive of at"
                                + " most 32 bits or an immutable object. Harmless if every computation gives the same"
                                + " value, which the code alone cannot prove.")
                : null;
    }

    static @Nullable Verdict doubleRead(Evidence evidence) {
        Side side = shape(evidence.first()).equals(DOUBLE_READ) ? evidence.first() : evidence.second();
        return shape(side).equals(DOUBLE_READ)
                ? new Verdict(
                        Grade.HIGH,
                        "Lazy initialization with a second read: "
                                + side.site().className() + "." + side.site().method()
                                + " tests the field and reads it again for its result. The second read may give the"
                                + " default value although the first did not.")
                : null;
    }

    static @Nullable Verdict counter(Evidence evidence) {
        return COUNTER.contains(shape(evidence.first())) && COUNTER.contains(shape(evidence.second()))
                ? new Verdict(
                        Grade.LOW,
                        "Benign idiom: a statistics counter of at most 32 bits. All places that access it either add a"
                                + " constant or report the value by a getter, in a text or in a log message. Updates"
                                + " may be lost; harmless if nobody decides by the reported value.")
                : null;
    }

    private static String shape(Side side) {
        return side.site().shape();
    }
}
