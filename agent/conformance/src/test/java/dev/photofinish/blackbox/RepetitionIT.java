package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The same verdicts under many schedules: all programs in one JVM, in an order and with disturbances that a seed decides.
 * Runs in the profile {@code nightly} only. {@code -Dphotofinish.seed=n} repeats what a run printed; {@code
 * -Dphotofinish.repetitions=n} says how often.
 */
@Tag("nightly")
final class RepetitionIT {
    private static final int REPETITIONS = Integer.getInteger("photofinish.repetitions", 20);
    private static final List<ProgramCase> PROGRAMS = ProgramCase.all();

    @TestFactory
    Stream<DynamicTest> verdicts_areTheSameUnderEverySchedule() {
        long first = Long.getLong("photofinish.seed", System.currentTimeMillis());
        System.out.println("RepetitionIT: " + REPETITIONS + " repetitions from -Dphotofinish.seed=" + first);
        return Jdk.installed().stream()
                .flatMap(jdk -> LongStream.range(first, first + REPETITIONS)
                        .mapToObj(seed -> dynamicTest(jdk + ", seed " + seed, () -> repeat(jdk, seed))));
    }

    private static void repeat(Jdk jdk, long seed) throws Exception {
        List<ProgramCase> programs =
                PROGRAMS.stream().filter(program -> program.runsOn(jdk)).toList();
        ProgramRun run = ProgramRun.of(jdk, "repeated", programs, seed);
        List<String> wrong = new ArrayList<>();
        for (ProgramCase program : programs) {
            Set<String> found = program.foundIn(run.analysis());
            if (program.asserted() && !found.equals(program.expected())) {
                wrong.add(program.name() + " expected " + ProgramCase.verdict(program.expected()) + ", found "
                        + ProgramCase.verdict(found));
            }
        }
        System.out.println("RepetitionIT: " + jdk + ", seed " + seed + ": " + programs.size() + " programs, "
                + run.analysis().events() + " events, wrong: " + wrong);
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(run.analysis().incomplete()).as("incomplete windows").isZero();
        assertThat(run.analysis().lost()).as("lost events").isZero();
    }
}
