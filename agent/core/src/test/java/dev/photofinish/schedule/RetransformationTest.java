package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetransformationTest {
    private static final long MILLI = 1_000_000L;

    @Test
    void next_afterALongExchange_isFewerButNotTooFew() {
        assertThat(Retransformation.next(100, 80 * MILLI)).isEqualTo(75);
        assertThat(Retransformation.next(60, 80 * MILLI)).isEqualTo(60);
    }

    @Test
    void next_afterAShortExchange_isMoreButNotTooMany() {
        assertThat(Retransformation.next(100, 5 * MILLI)).isEqualTo(125);
        assertThat(Retransformation.next(150, 5 * MILLI)).isEqualTo(150);
    }

    @Test
    void next_between_isAsMany() {
        assertThat(Retransformation.next(100, 25 * MILLI)).isEqualTo(100);
    }
}
