package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.govern.Clocks;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.ThreadShadow;
import org.junit.jupiter.api.Test;

class EntryLimitTest {
    private static final long MILLI = 1_000_000L;

    private final Shadow shadow = new Shadow(1, ShadowLimits.window(0));
    private final ByHand clocks = new ByHand();

    /** Each look at all threads takes {@code countNanos} of CPU. */
    private static final class ByHand implements Clocks {
        private long nanos = Long.MAX_VALUE - MILLI;
        private long countNanos;
        private int readings;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long processCpuNanos() {
            return 0;
        }

        @Override
        public long agentCpuNanos() {
            return 0;
        }

        @Override
        public long ownCpuNanos() {
            return ++readings * countNanos;
        }

        @Override
        public long compilationNanos() {
            return 0;
        }

        @Override
        public long compilerCpuNanos() {
            return 0;
        }

        @Override
        public long operationCpuNanos() {
            return 0;
        }
    }

    private void probe(int times) {
        ThreadShadow thread = shadow.current();
        for (int i = 0; i < times; i++) {
            thread.enter();
            thread.leave();
        }
    }

    @Test
    void fewThreads_oneProbeTooManyIsSeenAtTheNextLook() {
        EntryLimit limit = new EntryLimit(shadow, 10, clocks);
        // One more: a thread's first look for its shadow is a probe by itself.
        probe(9);
        assertThat(limit.isExceeded()).isFalse();
        probe(1);
        assertThat(limit.isExceeded()).isTrue();
    }

    @Test
    void countThatTakesLong_isRepeatedAfterAThousandTimesThat() {
        clocks.countNanos = 2 * MILLI;
        EntryLimit limit = new EntryLimit(shadow, 10, clocks);
        assertThat(limit.isExceeded()).isFalse();
        int readings = clocks.readings;
        probe(20);
        clocks.nanos += 1_999 * MILLI;
        assertThat(limit.isExceeded()).isFalse();
        assertThat(clocks.readings).isEqualTo(readings);
        clocks.nanos += MILLI;
        assertThat(limit.isExceeded()).isTrue();
    }

    @Test
    void threadThatMeetsMany_isSeenWithoutACount() {
        clocks.countNanos = 2 * MILLI;
        EntryLimit limit = new EntryLimit(shadow, 5_000, clocks);
        assertThat(limit.isExceeded()).isFalse();
        int readings = clocks.readings;
        probe(5_000 + 1_024);
        assertThat(limit.isExceeded()).isTrue();
        assertThat(clocks.readings).isEqualTo(readings);
    }
}
