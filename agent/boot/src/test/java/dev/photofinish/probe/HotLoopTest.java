package dev.photofinish.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.window.Window;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A loop that was compiled while no window was open, and that never ends by itself, is seen when one opens: with a plain read of
 * the gate it is not.
 */
class HotLoopTest {
    private static final long COMPILED_BY_THEN = 300_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private boolean stop; // plain on purpose
    private volatile long rounds;

    /** As it is woven: the probe, then the read. Tells of its rounds before the window, and then no more. */
    private void spin() {
        long count = 0;
        while (true) {
            FieldProbe.read(this, Recorded.READ_X);
            if (stop) {
                return;
            }
            if (++count == COMPILED_BY_THEN) {
                rounds = count;
            }
        }
    }

    @Test
    void windowThatOpens_isSeenByALoopThatWasCompiledBefore() throws InterruptedException {
        Sites.define(Recorded.READ_X, Recorded.FIELD_X);
        Thread thread = new Thread(this::spin, "spinning");
        thread.setDaemon(true);
        thread.start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (rounds < COMPILED_BY_THEN && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertThat(rounds).as("rounds before the window").isEqualTo(COMPILED_BY_THEN);
        Window window = Window.open(1, 1, false, ShadowLimits.window(Recorded.FIELD_X));
        // The first entry is of the thread's own introduction, before its first access; asking for entries reads anew.
        while ((window.shadow().cost().entries() == 0
                        || window.shadow().counts().of(Recorded.FIELD_X) == 0)
                && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        window.close();
        stop = true;
        assertThat(window.shadow().counts().of(Recorded.FIELD_X))
                .as("accesses seen in the window")
                .isPositive();
        thread.join(PATIENCE.toMillis());
        assertThat(thread.isAlive()).as("the loop still runs").isFalse();
    }
}
