package dev.photofinish.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.window.GateModel.Change;
import dev.photofinish.window.GateModel.Opening;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every run of the gate protocol in small keeps its rule; every weaker variant has a run that breaks it. */
class GateModelTest {
    @Test
    void protocol_oneWindowAndOneEdge_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(1, 1, Opening.BY_AGENT, Set.of()).violation()).isNull();
    }

    @Test
    void protocol_oneWindowAndAChainOfTwoEdges_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(1, 2, Opening.BY_AGENT, Set.of()).violation()).isNull();
    }

    @Test
    void protocol_twoWindowsInARow_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(2, 1, Opening.BY_AGENT, Set.of()).violation()).isNull();
    }

    @Test
    void trigger_oneWindowAndOneEdge_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(1, 1, Opening.BY_ANYONE, Set.of()).violation()).isNull();
    }

    @Test
    void trigger_oneWindowAndAChainOfTwoEdges_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(1, 2, Opening.BY_ANYONE, Set.of()).violation()).isNull();
    }

    @Test
    void trigger_twoWindowsInARow_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(2, 1, Opening.BY_ACCESS, Set.of()).violation()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void weakerVariant_isRefuted(Change change) {
        assertThat(new GateModel(1, 1, change.opening, Set.of(change)).violation())
                .isNotNull();
    }
}
