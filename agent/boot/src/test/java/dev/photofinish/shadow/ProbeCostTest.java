package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeCostTest {
    private final Shadow shadow = new Shadow(1, ShadowLimits.window(0));

    private void probe(int times) {
        ThreadShadow thread = shadow.current();
        for (int i = 0; i < times; i++) {
            thread.enter();
            thread.leave();
        }
    }

    @Test
    void probesOfOneThread_areToldByTheThousandAndCountedEach() {
        // One more: a thread's first look for its shadow is a probe by itself.
        probe(62);
        assertThat(shadow.leastEntries()).isZero();
        probe(1);
        assertThat(shadow.leastEntries()).isEqualTo(64);
        probe(1_023);
        assertThat(shadow.leastEntries()).isEqualTo(64);
        probe(1);
        assertThat(shadow.leastEntries()).isEqualTo(1_088);
        probe(5);
        assertThat(shadow.cost().entries()).isEqualTo(1_093);
    }

    @Test
    void probesOfManyThreads_loseNoneAndTellNoneTwice() throws InterruptedException {
        int threads = 8;
        int times = 100_000;
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> probe(times));
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        long each = times + 1L;
        assertThat(shadow.cost().entries()).isEqualTo(threads * each);
        assertThat(shadow.leastEntries()).isEqualTo(threads * (64 + (each - 64) / 1_024 * 1_024));
    }
}
