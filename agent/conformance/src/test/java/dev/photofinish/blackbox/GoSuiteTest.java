package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of Go's scenarios, the programs that port them, and the counts that the documentation names. */
final class GoSuiteTest {
    private static final List<GoScenario> SCENARIOS = GoScenario.all();
    private static final List<ProgramCase> PROGRAMS = ProgramCase.all();

    @Test
    void list_namesEachScenarioOnce() {
        assertThat(SCENARIOS).extracting(GoScenario::name).doesNotHaveDuplicates();
        assertThat(SCENARIOS)
                .allMatch(scenario -> scenario.racy() == scenario.name().startsWith("Race"))
                .allMatch(scenario -> scenario.ported() != !scenario.reason().isBlank());
    }

    @Test
    void program_portsScenariosOfTheList_withTheirVerdict() {
        Map<String, GoScenario> byName =
                SCENARIOS.stream().collect(Collectors.toMap(GoScenario::name, Function.identity()));
        for (ProgramCase program : PROGRAMS) {
            for (String name : program.scenario().go()) {
                assertThat(byName).as(program.name()).containsKey(name);
                assertThat(Objects.requireNonNull(byName.get(name)).racy())
                        .as(name)
                        .isEqualTo(!program.expected().isEmpty());
            }
        }
    }

    @Test
    void scenario_isPortedExactlyWhereTheListSaysSo() {
        List<String> ported = SCENARIOS.stream()
                .filter(GoScenario::ported)
                .map(GoScenario::name)
                .toList();
        assertThat(PROGRAMS.stream()
                        .flatMap(program -> Arrays.stream(program.scenario().go()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ported);
    }

    @Test
    void suite_has353Scenarios_ofWhich349ArePortable() {
        assertThat(SCENARIOS.stream().filter(GoScenario::counted)).hasSize(353);
        assertThat(SCENARIOS.stream().filter(GoScenario::counted).filter(GoScenario::ported))
                .hasSize(349);
        assertThat(SCENARIOS.stream().filter(scenario -> !scenario.counted()).filter(GoScenario::ported))
                .hasSize(14);
    }
}
