package dev.photofinish.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SafepointLogTest {
    @Test
    void longest_isFoundInTheLinesOfEitherJdk() {
        assertThat(SafepointLog.longestMillis(List.of(
                        "[0.117s][info][safepoint] Safepoint \"G1CollectForAllocation\", Time since last: 61000000 ns,"
                                + " Reaching safepoint: 9000 ns, At safepoint: 2491000 ns, Total: 2500000 ns",
                        "[1.002s][info][safepoint] Safepoint \"Cleanup\", Time since last: 885000000 ns, Reaching safepoint:"
                                + "      4000 ns, Cleanup: 1000 ns, At safepoint: 3000 ns, Leaving safepoint: 1000 ns,"
                                + " Total:     9000 ns, Threads: 0 runnable, 12 total")))
                .isEqualTo(2.5);
    }

    @Test
    void logWithoutSafepoints_isRefused() {
        assertThatThrownBy(() -> SafepointLog.longestMillis(List.of("[0.1s] nothing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("safepoints");
    }
}
