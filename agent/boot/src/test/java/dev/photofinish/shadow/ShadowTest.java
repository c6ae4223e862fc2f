package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ShadowTest {
    private final Shadow shadow = new Shadow(1, ShadowLimits.window(1));

    @Test
    void threadWhoseFirstProbeComesAfterTheTotals_recordsNothing() throws Exception {
        assertThat(entersOnAnotherThread()).isTrue();
        assertThat(shadow.emitTotals().threads()).isEqualTo(1);
        assertThat(entersOnAnotherThread()).isFalse();
    }

    @Test
    void threadThatWasThereBefore_endsItsProbesAfterTheTotals() {
        ThreadShadow known = shadow.current();
        shadow.emitTotals();
        assertThat(shadow.current()).isSameAs(known);
        assertThat(known.enter()).isTrue();
        known.leave();
    }

    private boolean entersOnAnotherThread() throws InterruptedException {
        AtomicBoolean entered = new AtomicBoolean();
        Thread other = new Thread(() -> entered.set(shadow.current().enter()));
        other.start();
        other.join();
        return entered.get();
    }
}
