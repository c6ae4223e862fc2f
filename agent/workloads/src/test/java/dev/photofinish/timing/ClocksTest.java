package dev.photofinish.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClocksTest {
    @Test
    void clocks_goForward() {
        Clocks before = Clocks.read();
        byte[][] garbage = new byte[64][];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = new byte[1 << 16];
        }
        Clocks after = Clocks.read();
        assertThat(after.nanos()).isGreaterThan(before.nanos());
        assertThat(after.cpuNanos()).isGreaterThanOrEqualTo(before.cpuNanos());
        assertThat(after.allocatedBytes() - before.allocatedBytes())
                .isGreaterThanOrEqualTo((long) garbage.length << 16);
        assertThat(after.allTicks()).isGreaterThanOrEqualTo(after.machineTicks());
        assertThat(Clocks.peakKibibytes()).isPositive();
    }

    @Test
    void others_areWhatTheMachineDidWithoutThisProcess() {
        double cores = Runtime.getRuntime().availableProcessors();
        Clocks before = new Clocks(0, 0, 0, 0, 0);
        long half = (long) (cores * 500_000_000);
        assertThat(new Clocks(1_000_000_000, half, 0, 75, 100).othersSince(before))
                .isEqualTo(0.25);
        assertThat(new Clocks(1_000_000_000, half, 0, 40, 100).othersSince(before))
                .isZero();
    }
}
