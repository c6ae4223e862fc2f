package dev.photofinish.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WallClockTest {
    private long now = 1_000_000_000_000L;
    private final WallClock clock = new WallClock(() -> now);

    @Test
    void clockThatGoesOn_isNoProblem() {
        assertThat(clock.problem()).isEmpty();
        now += 3_600_000;
        assertThat(clock.problem()).isEmpty();
        now -= 1_000;
        assertThat(clock.problem()).isEmpty();
    }

    @Test
    void clockThatWentBack_isAProblemUntilThatIsMadeUpFor() {
        assertThat(clock.problem()).isEmpty();
        now -= 90_000;
        assertThat(clock.problem()).startsWith("the wall clock went back, by 90 s");
        now += 60_000;
        assertThat(clock.problem()).startsWith("the wall clock went back, by 30 s");
        now += 29_500;
        assertThat(clock.problem()).isEmpty();
    }
}
