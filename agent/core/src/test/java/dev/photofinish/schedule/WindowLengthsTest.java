package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WindowLengthsTest {
    private static final int DRAWN = 20_000;

    private static long[] sortedMillis(int typicalMillis, double decades) {
        WindowLengths lengths = new WindowLengths(Duration.ofMillis(typicalMillis), decades);
        long[] millis = new long[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            millis[i] = lengths.next().toMillis();
        }
        Arrays.sort(millis);
        return millis;
    }

    @Test
    void next_typicalOfAHundred_reachesFromOneToTenThousand() {
        long[] millis = sortedMillis(100, WindowLengths.DECADES);
        assertThat(millis[0]).isBetween(1L, 5L);
        assertThat(millis[DRAWN - 1]).isBetween(2_000L, 10_000L);
    }

    @Test
    void next_theTypicalLength_isTheMedian() {
        assertThat(sortedMillis(100, WindowLengths.DECADES)[DRAWN / 2]).isBetween(90L, 110L);
    }

    @Test
    void next_anEighth_isADecadeLonger() {
        long[] millis = sortedMillis(100, WindowLengths.DECADES);
        assertThat(Arrays.stream(millis).filter(length -> length > 1_000).count())
                .isBetween(DRAWN / 9L, DRAWN / 7L);
    }

    @Test
    void next_noDecades_isAlwaysTheSame() {
        assertThat(sortedMillis(100, 0)).containsOnly(100);
    }
}
