package dev.photofinish.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.ThreadShadow;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {
    private static Window open() {
        return Window.open(1, 0, false, ShadowLimits.window(0));
    }

    @Test
    void open_opensSynchronizationAndFields_closeClosesBoth() {
        Window window = open();
        assertThat(Gate.sync).isTrue();
        assertThat(Gate.fields).isTrue();
        assertThat(Gate.window).isSameAs(window);
        assertThat(Gate.fieldWindow).isSameAs(window);
        window.close();
        assertThat(Gate.sync).isFalse();
        assertThat(Gate.fields).isFalse();
        assertThat(Gate.window).isNull();
        assertThat(Gate.fieldWindow).isNull();
    }

    @Test
    void open_whileAnotherIsOpen_isRefused() {
        Window window = open();
        try {
            assertThatThrownBy(GateTest::open).hasMessage("a window is open already");
        } finally {
            window.close();
        }
    }

    @Test
    void close_threadInsideFieldProbe_keepsSynchronizationOpenUntilItHasLeft() throws InterruptedException {
        Window window = open();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        AtomicBoolean syncWhileInside = new AtomicBoolean();
        Thread probing = new Thread(() -> {
            ThreadShadow thread = window.shadow().current();
            thread.enterFieldVolatile();
            inside.countDown();
            awaitUnchecked(leave);
            syncWhileInside.set(Gate.sync && Gate.window == window);
            thread.leaveFieldRelease();
        });
        probing.start();
        inside.await();
        Thread closing = new Thread(window::close);
        closing.start();
        while (Gate.fieldWindow != null) {
            Thread.onSpinWait();
        }
        assertThat(Gate.sync).isTrue();
        leave.countDown();
        probing.join();
        closing.join();
        assertThat(syncWhileInside).isTrue();
        assertThat(Gate.sync).isFalse();
        assertThat(window.shadow().incompleteReason()).isEmpty();
    }

    @Test
    void close_manyThreadsInsideFieldProbes_waitsForTheLastWhicheverThatIs() throws InterruptedException {
        Window window = open();
        int count = 5;
        CountDownLatch inside = new CountDownLatch(count);
        CountDownLatch[] leave = new CountDownLatch[count];
        Thread[] probing = new Thread[count];
        for (int i = 0; i < count; i++) {
            CountDownLatch mine = new CountDownLatch(1);
            leave[i] = mine;
            probing[i] = new Thread(() -> {
                ThreadShadow thread = window.shadow().current();
                thread.enterFieldVolatile();
                inside.countDown();
                awaitUnchecked(mine);
                thread.leaveFieldRelease();
            });
            probing[i].start();
        }
        inside.await();
        Thread closing = new Thread(window::close);
        closing.start();
        while (Gate.fieldWindow != null) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < count; i++) {
            assertThat(Gate.sync).as("with %d left inside", count - i).isTrue();
            leave[i].countDown();
            probing[i].join();
        }
        closing.join();
        assertThat(Gate.sync).isFalse();
        assertThat(window.shadow().incompleteReason()).isEmpty();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void close_threadThatNeverLeaves_makesTheWindowIncomplete() throws InterruptedException {
        Window window = open();
        Thread stuck = new Thread(() -> window.shadow().current().enterFieldVolatile());
        stuck.start();
        stuck.join();
        window.close();
        assertThat(window.shadow().incompleteReason()).contains("did not leave its probe");
    }
}
