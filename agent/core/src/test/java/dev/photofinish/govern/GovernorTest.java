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
    void closed_synchronizationAboveHalfTheBudget_empties() {
        assertThat(governorThatMet(0, (long) (0.006 / CostMeter.CLOSED_NANOS * 1e9))
                        .closed())
                .isEqualTo(Governor.Verdict.EMPTY);
    }

    @Test
    void closed_synchronizationBelowHalfTheBudget_goesOn() {
        assertThat(governorThatMet(0, (long) (0.004 / CostMeter.CLOSED_NANOS * 1e9))
                        .closed())
                .isEqualTo(Governor.Verdict.GO_ON);
    }

    @Test
    void closed_fieldsAboveTheBudget_watchesLess() {
        assertThat(governorThatMet((long) (0.012 / CostMeter.CLOSED_NANOS * 1e9), 1_000)
                        .closed())
                .isEqualTo(Governor.Verdict.WATCH_LESS);
    }

    @Test
    void closed_fieldsAndSynchronizationAboveTheBudget_empties() {
        assertThat(governorThatMet((long) (0.012 / CostMeter.CLOSED_NANOS * 1e9), (long)
                                (0.006 / CostMeter.CLOSED_NANOS * 1e9))
                        .closed())
                .isEqualTo(Governor.Verdict.EMPTY);
    }

    @Test
    void closed_processThatDoesLittle_mayMeetMoreProbesInASecondOfCpu() {
        Governor governor = governorThatMet(0, (long) (0.02 / CostMeter.CLOSED_NANOS * 1e9));
        assertThat(governor.closed()).isEqualTo(Governor.Verdict.EMPTY);
        // A fiftieth of a core: its budget is that of a tenth.
        for (int second = 0; second < 6; second++) {
            clocks.pass(1, 0.02, 0, 0);
            meter.read();
        }
        assertThat(governor.closed()).isEqualTo(Governor.Verdict.GO_ON);
    }

    @Test
    void hasLived_probesThatCostLittle_never() {
        Governor governor = governorThatMet(0, 0);
        governor.closed();
        governor.live();
        pass(600);
        assertThat(governor.hasLived()).isFalse();
    }

    @Test
    void hasLived_probesThatCostTooMuch_afterFifteenSeconds() {
        Governor governor = costly();
        pass(14);
        assertThat(governor.hasLived()).isFalse();
        pass(2);
        assertThat(governor.hasLived()).isTrue();
    }

    @Test
    void emptied_restsUntilWhatTheProbesCostIsPaid() {
        Governor governor = costly();
        pass(20);
        // A tenth of twenty seconds; a hundredth of a core is the budget.
        assertThat(governor.emptied().toMillis()).isCloseTo(180_000L, within(100L));
        assertThat(governor.decision()).contains("probes are empty for").contains(" s are left");
        governor.live();
        assertThat(governor.decision()).doesNotContain("left");
    }

    @Test
    void emptied_countsWhatWasSpentSinceTheProbesWereEmptiedBefore() {
        Governor governor = costly();
        pass(20);
        governor.emptied();
        meter.exchangedProbes(0, 0, false);
        pass(600);
        exchange(3, true);
        governor.live();
        pass(20);
        assertThat(governor.emptied().toMillis()).isCloseTo(480_000L, within(100L));
    }

    @Test
    void emptiedLonger_paysWhatTheirExchangeHasCostSince() {
        Governor governor = costly();
        pass(20);
        governor.emptied();
        exchange(3, false);
        pass(180);
        // The three seconds, and a tenth of them for the probes that have their bodies until then.
        assertThat(governor.emptiedLonger().toMillis()).isCloseTo(330_000L, within(100L));
        assertThat(governor.decision()).contains("for 330 s more");
    }

    @Test
    void emptiedLonger_stays_withinTheHour() {
        Governor governor = costly();
        pass(1000);
        governor.emptied();
        exchange(3, false);
        pass(3600);
        assertThat(governor.emptiedLonger()).isEqualTo(Duration.ZERO);
    }

    @Test
    void emptied_stays_betweenAMinuteAndAnHour() {
        Governor governor = costly();
        pass(1);
        assertThat(governor.emptied()).isEqualTo(Duration.ofMinutes(1));
        pass(1000);
        assertThat(governor.emptied()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void restAfter_whileProbesCostTooMuch_isAsLongAsTheWindow() {
        assertThat(costly().restAfter(WINDOW, 1_000_000)).isEqualTo(WINDOW);
    }

    /** One busy core, of which closed probes take a tenth; the default budget. */
    private Governor costly() {
        Governor governor = governorThatMet(0, (long) (0.1 / CostMeter.CLOSED_NANOS * 1e9));
        governor.closed();
        governor.live();
        return governor;
    }

    /** With one busy core. */
    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clocks.pass(1, 1, 0, 0);
            meter.read();
        }
    }

    /** An exchange of the probes that takes the JVM so long, beside one busy core. */
    private void exchange(int seconds, boolean live) {
        clocks.pass(seconds, seconds, 0, 0);
        meter.exchangedProbes(seconds * 1_000_000_000L, 0, live);
    }

    @Test
    void budget_changedToMore_allowsMore() {
        Governor governor = governor(1);
        long before = governor.entriesAllowed();
        governor.budget(10);
        assertThat(governor.entriesAllowed()).isCloseTo(before * 10, within(10L));
    }
}
