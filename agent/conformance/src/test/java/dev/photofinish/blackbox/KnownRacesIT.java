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

/** Races in programs that nobody here wrote: found in the release that has them, not in the one that repaired them. */
final class KnownRacesIT {
    @TestFactory
    Stream<DynamicNode> knownRaces() throws Exception {
        List<String> drivers = KnownRace.ALL.stream().map(KnownRace::driver).toList();
        List<KnownRun> runs = KnownRun.all("known", drivers);
        KnownTable.write(runs);
        return runs.stream().map(KnownRacesIT::verdicts);
    }

    private static DynamicContainer verdicts(KnownRun run) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("recording_isComplete", () -> isComplete(run)));
        for (KnownRace race : KnownRace.ALL) {
            tests.add(
                    run.edition().equals(KnownRun.BEFORE)
                            ? dynamicTest(race.driver() + "_isReported", () -> isReported(run, race))
                            : dynamicTest(
                                    race.driver() + "_isNotReported",
                                    () -> assertThat(run.analysis().fields()).doesNotContain(race.field())));
        }
        return dynamicContainer(run.jdk() + ", " + run.edition() + " the repair", tests);
    }

    static void isComplete(KnownRun run) {
        assertThat(run.outcome().out().lines()).as("drivers that went through").containsAll(run.drivers());
        assertThat(run.analysis().events()).as("events").isPositive();
        assertThat(run.analysis().incomplete()).as("incomplete windows").isZero();
        assertThat(run.analysis().lost()).as("lost events").isZero();
    }

    private static void isReported(KnownRun run, KnownRace race) {
        assertThat(run.analysis().fields()).contains(race.field());
        if (!race.grade().isEmpty()) {
            assertThat(run.analysis().grades(race.field())).containsExactly(race.grade());
        }
    }
}
