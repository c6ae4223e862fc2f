package dev.photofinish.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HindsightTest {
    private static final UnseenWays WAYS =
            new UnseenWays(new int[] {7}, new String[] {"acme.Owner"}, new boolean[1], new String[] {"java.util.List"});

    private final Object list = List.of();
    private Shadow shadow = new Shadow(1, ShadowLimits.window(1));

    @BeforeEach
    void ask() {
        Asked.about(new Thread[0], WAYS);
        shadow = new Shadow(1, ShadowLimits.window(1));
    }

    @AfterEach
    void askNothing() {
        Asked.about(new Thread[0], UnseenWays.NONE);
    }

    @Test
    void threadsThatTookSuchAMonitor_countAsOneWithTheUnseen() throws InterruptedException {
        ThreadShadow bystander = onThread(() -> {});
        ThreadShadow locker = onThread(() -> Locks.acquired(shadow, shadow.current(), list, Space.MONITOR, 0));
        ThreadShadow leaver = onThread(() -> Locks.releasing(shadow, shadow.current(), list, Space.MONITOR, 0));
        ThreadShadow own = shadow.current();
        assertThat(shadow.hindsight().merge(Thread.currentThread(), WAYS.monitor("java.util.List")))
                .isTrue();
        assertThat(List.of(own.merged, locker.merged, leaver.merged)).containsOnly(true);
        assertThat(bystander.merged).isFalse();
    }

    @Test
    void lockThatIsNoMonitor_isNone() throws InterruptedException {
        ThreadShadow locker = onThread(() -> Locks.acquired(shadow, shadow.current(), list, Space.LOCK, 0));
        assertThat(shadow.hindsight().merge(Thread.currentThread(), -1)).isFalse();
        assertThat(locker.merged).isFalse();
    }

    @Test
    void threadThatReadSuchAField_countsAsOneWithTheUnseen() throws InterruptedException {
        ThreadShadow reader = onThread(() -> shadow.read(shadow.current(), new Object(), Space.field(7), 0));
        ThreadShadow updater = onThread(() -> shadow.acquire(shadow.current(), new Object(), Space.field(7), 0));
        ThreadShadow own = shadow.current();
        assertThat(shadow.hindsight().merge(Thread.currentThread(), WAYS.field(7)))
                .isTrue();
        assertThat(reader.merged).isTrue();
        assertThat(updater.merged).as("whose update does not tell it anything").isFalse();
        assertThat(own.merged).isTrue();
    }

    @Test
    void unseenThreadAlone_isNotMerged() {
        ThreadShadow own = shadow.current();
        Locks.acquired(shadow, own, list, Space.MONITOR, 0);
        assertThat(shadow.hindsight().merge(Thread.currentThread(), -1)).isFalse();
        assertThat(own.merged).isFalse();
    }

    private ThreadShadow onThread(Runnable body) throws InterruptedException {
        ThreadShadow[] shadows = new ThreadShadow[1];
        Thread thread = new Thread(() -> {
            shadows[0] = shadow.current();
            body.run();
        });
        thread.start();
        thread.join();
        return shadows[0];
    }
}
