package dev.photofinish.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.shadow.ProbeCost;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovernorTest {
    private static final Duration WINDOW = Duration.ofMillis(100);

    private final HandClocks clocks = new HandClocks();
    private final CostMeter meter = new CostMeter(clocks);

    /** One busy core, nothing spent yet. */
    private Governor governor(double budgetPercent) {
        clocks.pass(5, 5, 0, 0);
        meter.read();
        return new Governor(meter, budgetPercent);
    }

    /** The default budget, one busy core, and so many probes of fields and of synchronization in a second of it, open ones aside. */
    private Governor governorThatMet(long accesses, long synchronization) {
        Governor governor = governor(1);
        meter.exchanged(0, 0, true);
        clocks.pass(1, 1, 0, 0);
        long probes = accesses + synchronization;
        long cpuNanos = 1_000_000_000L + (long) (probes * CostMeter.OPEN_NANOS);
        meter.windowClosed(new ProbeCost(probes, 0, 0), accesses, cpuNanos);
        return governor;
    }

    @Test
    void restAfter_cheapWindow_keepsTheDuty() {
        assertThat(governor(1).restAfter(WINDOW, 0)).isCloseTo(Duration.ofMillis(900), Duration.ofMillis(1));
    }

    @Test
    void restAfter_expensiveWindow_restsUntilItIsPaid() {
        // 1 000 000 probes of 100 ns are 100 ms; 1 % of a core brings 10 ms a second.
        Duration rest = governor(1).restAfter(WINDOW, 1_000_000);
        assertThat(rest.toMillis()).isCloseTo(9_900L, within(2L));
    }

    @Test
    void restAfter_fiveTimesTheBudget_restsAFifth() {
        Duration rest = governor(5).restAfter(WINDOW, 1_000_000);
        assertThat(rest.toMillis()).isCloseTo(1_900L, within(2L));
    }

    @Test
    void restAfter_longCheapWindow_isNotFollowedByMinutesOfNothing() {
        assertThat(governor(1).restAfter(Duration.ofSeconds(10), 0)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 100})
    void windowAllowed_thenPaid_neverCostsMoreThanTheBudget(double percent) {
        Governor governor = governor(percent);
        long entries = governor.entriesAllowed();
        Duration rest = governor.restAfter(WINDOW, entries);
        double cost = entries * CostMeter.OPEN_NANOS;
        double time = WINDOW.toNanos() + (double) rest.toNanos();
        assertThat(cost / time).isLessThanOrEqualTo(percent / 100 * 1.001);
    }

    @Test
    void restAfter_threadsThatCostHalfTheBudget_leaveHalfForWindows() {
        clocks.pass(60, 60, 0.3, 0);
        meter.read();
        Duration rest = new Governor(meter, 1).restAfter(WINDOW, 100_000);
        assertThat(rest.toMillis()).isCloseTo(1_900L, within(2L));
    }

    @Test
    void closed_synchronizationAloneAboveTheBudget_sleeps() {
        Governor governor = governorThatMet(0, 60_000_000);
        assertThat(governor.closed()).isEqualTo(Governor.Verdict.SLEEP);
        assertThat(governor.decision()).startsWith("sleeps: ").contains("1.20 %");
    }

    @Test
    void closed_synchronizationBelowTheBudget_goesOn() {
        assertThat(governorThatMet(0, 20_000_000).closed()).isEqualTo(Governor.Verdict.GO_ON);
    }

    @Test
    void closed_fieldsAboveTheBudget_watchesLess() {
        assertThat(governorThatMet(20_000_000, 1_000_000).closed()).isEqualTo(Governor.Verdict.WATCH_LESS);
    }

    @Test
    void closed_fewProbes_goesOn() {
        assertThat(governorThatMet(50_000, 50_000).closed()).isEqualTo(Governor.Verdict.GO_ON);
    }

    @Test
    void budget_changedToMore_allowsMore() {
        Governor governor = governor(1);
        long before = governor.entriesAllowed();
        governor.budget(10);
        assertThat(governor.entriesAllowed()).isCloseTo(before * 10, within(10L));
    }
}
