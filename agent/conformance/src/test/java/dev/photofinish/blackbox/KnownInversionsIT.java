package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Deadlocks that others met, found without meeting them: in the release that has them, not in the one that repaired them. */
final class KnownInversionsIT {
    @TestFactory
    Stream<DynamicNode> knownInversions() throws Exception {
        List<String> drivers =
                KnownInversion.ALL.stream().map(KnownInversion::driver).toList();
        List<KnownRun> runs = KnownRun.all("inversions", drivers);
        InversionTable.write(runs);
        return runs.stream().map(KnownInversionsIT::verdicts);
    }

    private static DynamicContainer verdicts(KnownRun run) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("recording_isComplete", () -> KnownRacesIT.isComplete(run)));
        tests.add(dynamicTest(
                "cycles_areTheKnownOnes",
                () -> assertThat(run.analysis().cycles())
                        .allMatch(cycle -> KnownInversion.ALL.stream()
                                .anyMatch(known -> known.isIn(run.edition()) && known.is(cycle)))));
        for (KnownInversion inversion : KnownInversion.ALL) {
            tests.add(
                    inversion.isIn(run.edition())
                            ? dynamicTest(inversion.driver() + "_isReported", () -> isReported(run, inversion))
                            : dynamicTest(
                                    inversion.driver() + "_isNotReported",
                                    () -> assertThat(inversion.in(run)).isEmpty()));
        }
        return dynamicContainer(run.jdk() + ", " + run.edition() + " the repair", tests);
    }

    private static void isReported(KnownRun run, KnownInversion inversion) {
        assertThat(inversion.in(run)).isNotEmpty().allSatisfy(cycle -> {
            assertThat(cycle.threads()).isEqualTo(2);
            assertThat(cycle.grade()).isEqualTo("high");
        });
    }
}
