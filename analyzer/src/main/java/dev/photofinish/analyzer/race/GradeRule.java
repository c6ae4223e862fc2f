package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.finding.Grade;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule of grading. Of the rules that apply, the first decides; rules of the same grade add their reasons. */
interface GradeRule {
    /** All rules, first come first served: an idiom goes before repetition, for repetition does not change what it is. */
    List<GradeRule> ALL = List.of(
            Idiom::doubleRead,
            Idiom::singleRead,
            Idiom::counter,
            GradeRule::severalObjects,
            GradeRule::severalWindows,
            GradeRule::firstSight);

    /** The verdict, or null where the rule does not apply. */
    @Nullable
    Verdict judge(Evidence evidence);

    /** The verdicts that count, one or more, all of one grade. */
    static List<Verdict> judgeAll(Evidence evidence) {
        List<Verdict> verdicts = ALL.stream()
                .map(rule -> rule.judge(evidence))
                .filter(Objects::nonNull)
                .toList();
        Grade grade = verdicts.get(0).grade();
        return verdicts.stream().filter(verdict -> verdict.grade() == grade).toList();
    }

    private static @Nullable Verdict severalObjects(Evidence evidence) {
        return evidence.objects() < 2
                ? null
                : new Verdict(Grade.HIGH, "Unordered for " + evidence.objects() + " different objects in one window.");
    }

    private static @Nullable Verdict severalWindows(Evidence evidence) {
        return evidence.windows() < 2
                ? null
                : new Verdict(Grade.HIGH, "Unordered in " + evidence.windows() + " windows of this JVM.");
    }

    private static Verdict firstSight(Evidence evidence) {
        return new Verdict(
                Grade.MEDIUM,
                "Seen in one window and for one object so far (" + evidence.pairs()
                        + (evidence.pairs() == 1 ? " pair" : " pairs") + " of accesses).");
    }

    /** A grade and the sentence that explains it. */
    record Verdict(Grade grade, String reason) {}
}
