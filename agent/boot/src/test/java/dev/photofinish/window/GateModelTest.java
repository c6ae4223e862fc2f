package dev.photofinish.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.window.GateModel.Change;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every run of the gate protocol in small keeps its rule; every weaker variant has a run that breaks it. */
class GateModelTest {
    @Test
    void protocol_oneWindowAndOneEdge_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(1, 1, Set.of()).violation()).isNull();
    }

    @Test
    void protocol_oneWindowAndAChainOfTwoEdges_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(1, 2, Set.of()).violation()).isNull();
    }

    @Test
    void protocol_twoWindowsInARow_keepsTheRuleInEveryRun() {
        assertThat(new GateModel(2, 1, Set.of()).violation()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void weakerVariant_isRefuted(Change change) {
        assertThat(new GateModel(1, 1, Set.of(change)).violation()).isNotNull();
    }
}
