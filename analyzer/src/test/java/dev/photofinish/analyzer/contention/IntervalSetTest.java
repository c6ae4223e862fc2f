package dev.photofinish.analyzer.contention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalSetTest {
    private static final int TIME = 2_000;

    private final IntervalSet set = new IntervalSet();

    @Test
    void settle_anyIntervals_coversWhatABitForEachNanosecondSays() {
        Random random = new Random(20);
        for (int run = 0; run < 200; run++) {
            IntervalSet intervals = new IntervalSet();
            BitSet covered = new BitSet();
            long sum = 0;
            for (int part = 0; part < 3; part++) {
                for (int i = random.nextInt(40); i > 0; i--) {
                    int start = random.nextInt(TIME);
                    int end = start + random.nextInt(60);
                    intervals.add(start, end);
                    covered.set(start, end);
                }
                sum += intervals.settle();
                assertThat(sum).isEqualTo(covered.cardinality());
            }
        }
    }

    @Test
    void add_moreThanAreKept_countsEachOnce() {
        for (int i = 0; i < 200_000; i++) {
            set.add(10L * i, 10L * i + 3);
        }
        assertThat(set.settle()).isEqualTo(600_000);
        assertThat(set.settle()).isZero();
    }

    @Test
    void add_endBeforeStart_coversNothing() {
        set.add(10, 3);
        set.add(Long.MAX_VALUE - 1, Long.MIN_VALUE);
        assertThat(set.settle()).isZero();
    }
}
