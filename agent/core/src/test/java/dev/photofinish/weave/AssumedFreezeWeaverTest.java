package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class AssumedFreezeWeaverTest {
    @SuppressWarnings("unused")
    private static final class Holder {
        private final int[] held;

        Holder(int[] held) {
            this.held = held;
        }

        int[] held() {
            return held;
        }

        int later() {
            return sum(value -> held[value]);
        }

        int nothing() {
            return sum(value -> value + 1);
        }

        int number(int number) {
            return sum(value -> value + number);
        }

        private static int sum(IntUnaryOperator operator) {
            return operator.applyAsInt(1);
        }
    }

    private record Pair(List<String> one, List<String> other) {}

    private static Map<String, Integer> calls(Class<?> type, String method) throws IOException {
        return Weaving.calls(Weaving.assumingWeaver(), type, Probes.FREEZE, method);
    }

    @Test
    void whatFreezes_saysSo() throws IOException {
        assertThat(calls(Holder.class, "froze"))
                .containsEntry("<init>", 1)
                .containsEntry("later", 1)
                .containsEntry("held", 0)
                .containsEntry("nothing", 0)
                .containsEntry("number", 0);
    }

    @Test
    void whatReadsFinalFields_isLeftAsItIs() throws IOException {
        for (String probe : List.of("read", "entered", "captured", "constructed")) {
            assertThat(calls(Holder.class, probe).values()).as(probe).containsOnly(0);
            assertThat(calls(Pair.class, probe).values()).as(probe).containsOnly(0);
        }
    }

    @Test
    void jdk_hasNoRulesForReads() {
        assertThat(new RuleTable(FinalReads.ASSUMED).of("java/util/Optional"))
                .extracting(Rule::action)
                .containsExactly(Action.FROZE);
    }
}
