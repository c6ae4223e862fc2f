package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the programs declare fits what they are. */
final class ProgramCaseTest {
    static List<ProgramCase> programs() {
        return ProgramCase.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void racingField_isAFieldOfTheProgram(ProgramCase program) throws ClassNotFoundException {
        for (String expected : program.expected()) {
            if (program.asserted() && !expected.contains("[") && !expected.startsWith("java.")) {
                assertThat(declares(program.program(), expected)).as(expected).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void scenario_saysWhatItShows(ProgramCase program) {
        assertThat(program.scenario().value()).isNotBlank().doesNotEndWith(".");
        assertThat(program.scenario().go()).allMatch(name -> name.startsWith("Race") || name.startsWith("NoRace"));
        assertThat(program.scenario().go())
                .allMatch(
                        name -> name.startsWith("NoRace") == program.expected().isEmpty());
    }

    private static boolean declares(Class<?> program, String path) throws ClassNotFoundException {
        int dot = path.lastIndexOf('.');
        Class<?> owner = dot < 0
                ? program
                : Class.forName(
                        program.getName() + "$" + path.substring(0, dot).replace('.', '$'),
                        false,
                        program.getClassLoader());
        return Arrays.stream(owner.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(path.substring(dot + 1)));
    }
}
