package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each program's verdict on each JDK: exactly the fields that it declares, nothing else, nothing lost. */
final class ConformanceIT {
    private static final List<ProgramCase> PROGRAMS = ProgramCase.all();

    /** All programs of a JDK share one JVM and one recording. */
    @TestFactory
    Stream<DynamicNode> programsTogether() throws Exception {
        List<ProgramRun> runs = new ArrayList<>();
        for (Jdk jdk : Jdk.installed()) {
            List<ProgramCase> programs =
                    PROGRAMS.stream().filter(program -> program.runsOn(jdk)).toList();
            runs.add(ProgramRun.of(jdk, "together", programs));
        }
        VerdictTable.write(PROGRAMS, runs);
        return runs.stream().map(ConformanceIT::verdicts);
    }

    /** Some programs also have a JVM of their own: nothing that another one did can have helped. */
    @TestFactory
    Stream<DynamicNode> programsAlone() {
        return Jdk.installed().stream()
                .map(jdk -> dynamicContainer(
                        jdk.toString(),
                        PROGRAMS.stream()
                                .filter(program -> program.scenario().alone() && program.asserted())
                                .map(program -> dynamicTest(program.name(), () -> runAlone(jdk, program)))));
    }

    private static void runAlone(Jdk jdk, ProgramCase program) throws Exception {
        ProgramRun run = ProgramRun.of(jdk, program.name(), List.of(program));
        assertThat(run.analysis().incomplete()).as("incomplete windows").isZero();
        assertThat(run.analysis().lost()).as("lost events").isZero();
        assertThat(run.analysis().races()).as("races of others").allMatch(program::owns);
        assertThat(program.foundIn(run.analysis())).isEqualTo(program.expected());
        assertThat(run.analysis().exit())
                .as("exit code of --fail-on race")
                .isEqualTo(program.expected().isEmpty() ? 0 : 1);
    }

    private static DynamicContainer verdicts(ProgramRun run) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("recording_isComplete", () -> isComplete(run)));
        tests.add(dynamicTest("races_belongToPrograms", () -> belongToPrograms(run)));
        tests.add(dynamicTest(
                "exitCode_saysThatThereAreRaces",
                () -> assertThat(run.analysis().exit()).isEqualTo(1)));
        tests.add(dynamicTest("lockOrders_belongToPrograms", () -> cyclesBelongToPrograms(run)));
        for (ProgramCase program : run.programs()) {
            if (program.asserted()) {
                tests.add(dynamicTest(
                        program.name(),
                        () -> assertThat(program.foundIn(run.analysis()))
                                .as(program.scenario().value())
                                .isEqualTo(program.expected())));
            }
            if (program.locks() > 0) {
                tests.add(dynamicTest(
                        program.name() + "_lockOrder",
                        () -> assertThat(program.cyclesIn(run.analysis()))
                                .as(program.scenario().value())
                                .containsExactly(program.locks())));
            }
        }
        return dynamicContainer(run.jdk().toString(), tests);
    }

    private static void isComplete(ProgramRun run) {
        assertThat(run.analysis().windows()).as("windows").isPositive();
        assertThat(run.analysis().events()).as("events").isPositive();
        assertThat(run.analysis().incomplete()).as("incomplete windows").isZero();
        assertThat(run.analysis().lost()).as("lost events").isZero();
    }

    /** Of programs whose threads could deadlock, one each: of the others none. */
    private static void cyclesBelongToPrograms(ProgramRun run) {
        assertThat(run.analysis().cycles()).allMatch(cycle -> cycle.threads() == cycle.locks());
        assertThat(run.analysis().cycles()).hasSize((int)
                run.programs().stream().filter(program -> program.locks() > 0).count());
    }

    private static void belongToPrograms(ProgramRun run) {
        Set<String> foreign = new TreeSet<>();
        for (Analysis.FoundRace race : run.analysis().races()) {
            if (run.programs().stream().noneMatch(program -> program.owns(race))) {
                foreign.add(race.field());
            }
        }
        assertThat(foreign).isEmpty();
    }
}
