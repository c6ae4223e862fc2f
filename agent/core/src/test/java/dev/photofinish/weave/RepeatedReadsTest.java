package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedReadsTest {
    /** Each method says by its name how many of its reads of final fields have something to tell. */
    @SuppressWarnings("unused")
    private static final class Reads {
        private final int[] first = new int[1];
        private final int[] second = new int[1];
        private boolean plain;

        Object one_inARow() {
            return first[0]++ + second[0]++ + first[0]++;
        }

        Object two_whenTheFirstIsOnOneWayOnly() {
            if (plain) {
                first[0]++;
            }
            return second;
        }

        Object two_whenEachWayHasOne() {
            if (plain) {
                first[0]++;
            } else {
                second[0]++;
            }
            return second;
        }

        Object one_beforeALoop(int rounds) {
            Object last = first;
            for (int i = 0; i < rounds; i++) {
                last = i % 2 == 0 ? second : first;
            }
            return last;
        }

        Object two_afterALoopThatMayNotRun(int rounds) {
            for (int i = 0; i < rounds; i++) {
                first[0]++;
            }
            return second;
        }

        static Object one_ofAnotherObject(Reads other) {
            return other.first[0]++ + other.second[0]++;
        }

        static Object two_ofTwoObjects(Reads one, Reads other) {
            return one.first[0]++ + other.second[0]++;
        }

        static Object two_whenTheVariableIsOverwritten(Reads other, Reads next) {
            int hash = other.first[0]++;
            other = next;
            return hash + other.first[0]++;
        }

        static Object two_whenTheVariableIsOverwrittenInALoop(Reads other, Reads[] next) {
            int hash = other.first[0]++;
            for (int i = 0; i < next.length; i++) {
                hash += other.first[0]++;
                other = next[i];
            }
            return hash;
        }

        Object two_inATryAndItsHandler() {
            try {
                return first[0]++;
            } catch (IllegalStateException e) {
                return second;
            }
        }

        Object four_inTheWaysOfASwitch(int way) {
            switch (way) {
                case 1 -> {
                    return first;
                }
                case 2 -> {
                    return second[0]++;
                }
                case 7 -> first[0]++;
                default -> {}
            }
            return second;
        }

        Object none_ofPlainFields() {
            return plain ? "yes" : "no";
        }
    }

    private static final Map<String, Integer> NUMBERS = Map.of("none", 0, "one", 1, "two", 2, "four", 4);

    @Test
    void readsThatTellNothingNew_haveNoProbe() throws IOException {
        Map<String, Integer> probes =
                Weaving.calls(Weaving.weaver(field -> false, new WeaveLog()), Reads.class, Probes.FREEZE, "read");
        probes.keySet().removeIf(method -> !method.contains("_"));
        assertThat(probes)
                .hasSize(12)
                .allSatisfy((method, count) -> assertThat(entry(method, count))
                        .isEqualTo(entry(method, NUMBERS.get(method.substring(0, method.indexOf('_'))))));
    }
}
