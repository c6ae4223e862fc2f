package dev.photofinish.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.shadow.ProbeCost;
import org.junit.jupiter.api.Test;

class CostMeterTest {
    private final HandClocks clocks = new HandClocks();
    private final CostMeter meter = new CostMeter(clocks);

    @Test
    void ratio_nothingDone_isZero() {
        clocks.pass(10, 10, 0, 3);
        meter.read();
        assertThat(meter.ratio()).isZero();
    }

    @Test
    void ratio_threadsOfTheAgent_isTheirShareOfTheProcess() {
        clocks.pass(10, 20, 0.5, 0);
        meter.read();
        assertThat(meter.ratio()).isCloseTo(0.025, within(1e-6));
        assertThat(meter.lastMinute().threads()).isEqualTo(500_000_000L);
    }

    @Test
    void ratio_processThatDoesNothing_countsAsATenthOfACore() {
        clocks.pass(10, 0.01, 0.01, 0);
        meter.read();
        assertThat(meter.ratio()).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void ratio_estimateOfMoreThanTheProcessUsed_isAllOfIt() {
        meter.wovenAtLoad(3_000_000_000L);
        clocks.pass(10, 2, 0, 0);
        meter.read();
        assertThat(meter.ratio()).isEqualTo(1);
    }

    @Test
    void ratio_afterAMinute_forgetsWhatWasBefore() {
        clocks.pass(10, 10, 1, 0);
        meter.read();
        for (int second = 0; second < 70; second++) {
            clocks.pass(1, 1, 0, 0);
            meter.read();
        }
        assertThat(meter.ratio()).isZero();
        assertThat(meter.sinceStart().threads()).isEqualTo(1_000_000_000L);
    }

    @Test
    void windowClosed_probesCostWhatTheTimedOnesTook() {
        meter.exchanged(0, 0, true);
        clocks.pass(1, 1, 0, 0);
        meter.windowClosed(new ProbeCost(1_000_000, 1_000, 85_000), 0, 1_000_000_000L);
        assertThat(meter.openNanos()).isEqualTo(100);
        assertThat(meter.lastMinute().probes()).isEqualTo(100_000_000L);
        assertThat(meter.entries()).isEqualTo(1_000_000L);
    }

    @Test
    void closedProbes_costByTheCpuThatTheProcessUses_untilUnwoven() {
        meter.exchanged(0, 0, true);
        clocks.pass(1, 1, 0, 0);
        // Its probes took half a second of the CPU.
        meter.windowClosed(new ProbeCost(5_000_000, 0, 0), 1_000_000, 1_000_000_000L);
        long before = meter.sinceStart().closed();
        clocks.pass(10, 5, 0, 0);
        meter.read();
        long after = meter.sinceStart().closed();
        double perSecond = 10_000_000 * CostMeter.CLOSED_NANOS;
        assertThat(after - before).isCloseTo((long) (5 * perSecond), within(1L));
        meter.exchanged(0, 0, false);
        clocks.pass(10, 10, 0, 0);
        meter.read();
        assertThat(meter.sinceStart().closed()).isEqualTo(after);
    }

    @Test
    void closedProbes_thatAreEmpty_costNothing_andAsMuchAsBeforeWithTheirBodies() {
        meter.exchanged(0, 0, true);
        clocks.pass(1, 1, 0, 0);
        meter.windowClosed(new ProbeCost(1_000, 0, 0), 0, 1_000_000_000L);
        assertThat(meter.closedSyncNow()).isPositive();
        double before = meter.closedSyncNow();
        meter.exchangedProbes(0, 0, false);
        assertThat(meter.closedSyncNow()).isZero();
        meter.exchangedProbes(0, 0, true);
        assertThat(meter.closedSyncNow()).isEqualTo(before);
    }

    @Test
    void clockOfThreads_thatJumpsAnHour_costsNoMoreThanTheProcessUsed() {
        clocks.pass(1, 0.5, 3600, 0);
        meter.read();
        assertThat(meter.sinceStart().threads()).isEqualTo(510_000_000L);
        clocks.pass(1, 0.5, -7200, 0);
        meter.read();
        assertThat(meter.sinceStart().threads()).isEqualTo(510_000_000L);
        clocks.pass(1, 0.5, 0.1, 0);
        meter.read();
        assertThat(meter.sinceStart().threads()).isEqualTo(610_000_000L);
    }

    @Test
    void weaving_onTheAgentsThread_doesNotStand() {
        clocks.pass(10, 10, 1.2, 0);
        meter.exchanged(300_000_000L, 1_000_000_000L, true);
        meter.read();
        assertThat(meter.lastMinute().weaving()).isEqualTo(1_300_000_000L);
        assertThat(meter.lastMinute().threads()).isEqualTo(200_000_000L);
        assertThat(meter.standing()).isCloseTo(0.2 / 60, within(1e-6));
    }

    @Test
    void compiling_countsWhatIsAboveTheUsual_andWhatIsLostInCodeThatWaits_forAMinute() {
        clocks.pass(20, 20, 0, 2);
        meter.read();
        meter.beforeExchange();
        clocks.pass(5, 5, 0, 1.5);
        meter.read();
        // One second above the usual, a fifth of the time; the application had the other four.
        double cost = 1e9 + 4e9 / 5 * CostMeter.LOST_WAITING;
        assertCompiling(cost);
        clocks.pass(56, 56, 0, 5.6);
        meter.read();
        clocks.pass(10, 10, 0, 9);
        meter.read();
        assertCompiling(cost);
    }

    @Test
    void compilersOfAJvmThatHasJustStarted_areNotTheUsual() {
        clocks.pass(1, 2, 0, 1);
        meter.beforeExchange();
        clocks.pass(8, 8, 0, 1);
        meter.read();
        // As much again as they did in the first second.
        assertCompiling(1e9 + 7e9 / 8 * CostMeter.LOST_WAITING);
    }

    @Test
    void twoCompilersAtWork_loseNoMoreThanOne() {
        clocks.pass(60, 60, 0, 6);
        meter.beforeExchange();
        clocks.pass(1, 4, 0, 2.1);
        meter.read();
        assertCompiling(2e9 + 2e9 * CostMeter.LOST_WAITING);
    }

    @Test
    void compilersThatWaitForAProcessor_useNoneMeanwhile_butKeepTheApplicationWaiting() {
        clocks.pass(60, 60, 0, 6);
        meter.beforeExchange();
        clocks.compilersWait(3);
        clocks.pass(5, 5, 0, 1.5);
        meter.read();
        // They had work for 4.5 s, 4 s above the usual, and used 1.5 s of CPU for it.
        double above = 1.5e9 * 4 / 4.5;
        double cost = above + (5e9 - above) * 4 / 5 * CostMeter.LOST_WAITING;
        assertCompiling(cost);
    }

    @Test
    void exchange_inAProcessThatWasStopped_costsNoMoreThanItUsed() {
        clocks.pass(1, 1, 0, 0);
        meter.beforeExchange();
        clocks.pass(60, 2, 0, 0);
        meter.exchanged(59_500_000_000L, 500_000_000L, true);
        assertThat(meter.sinceStart().weaving()).isEqualTo(2_010_000_000L);
    }

    @Test
    void compiling_isNoMoreThanWhatWasCompiledBefore() {
        clocks.pass(10, 10, 0, 0.5);
        meter.beforeExchange();
        clocks.pass(10, 10, 0, 9);
        meter.read();
        // Half a second of it, a twentieth of the time; the application had the rest.
        assertCompiling(0.5e9 + 9.5e9 / 20 * CostMeter.LOST_WAITING);
    }

    private void assertCompiling(double nanos) {
        assertThat(meter.sinceStart().compiling()).isCloseTo((long) nanos, within(1_000L));
    }

    @Test
    void use_followsALoadThatChanged_withinFiveSeconds() {
        for (int second = 0; second < 60; second++) {
            clocks.pass(1, 2, 0, 0);
            meter.read();
        }
        assertThat(meter.use()).isCloseTo(2, within(1e-6));
        for (int second = 0; second < 5; second++) {
            clocks.pass(1, 0.5, 0, 0);
            meter.read();
        }
        assertThat(meter.use()).isCloseTo(0.5, within(1e-6));
    }
}
