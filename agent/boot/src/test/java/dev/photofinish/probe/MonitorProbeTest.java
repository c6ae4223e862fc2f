package dev.photofinish.probe;

import static dev.photofinish.probe.Recorded.LOCK;
import static dev.photofinish.probe.Recorded.READ_X;
import static dev.photofinish.probe.Recorded.WRITE_X;
import static dev.photofinish.probe.Recorded.onThread;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorProbeTest {
    private final Object owner = new Object();
    private final Object monitor = new Object();

    @AfterEach
    void noProbeFailed() {
        assertThat(Failures.first()).isNull();
    }

    private void writeUnderMonitor() {
        MonitorProbe.beforeEnter(monitor);
        synchronized (monitor) {
            MonitorProbe.afterEnter(monitor, LOCK);
            FieldProbe.write(owner, WRITE_X);
            MonitorProbe.beforeExit(monitor, LOCK);
        }
    }

    private void writeAndNotify() {
        MonitorProbe.beforeEnter(monitor);
        synchronized (monitor) {
            MonitorProbe.afterEnter(monitor, LOCK);
            FieldProbe.write(owner, WRITE_X);
            monitor.notifyAll();
            MonitorProbe.beforeExit(monitor, LOCK);
        }
    }

    /** Waits until it is notified or interrupted, then reads what is written under the monitor. */
    private void waitAndRead() {
        MonitorProbe.beforeEnter(monitor);
        synchronized (monitor) {
            MonitorProbe.afterEnter(monitor, LOCK);
            try {
                MonitorProbe.await(monitor, LOCK);
            } catch (InterruptedException end) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
            FieldProbe.read(owner, READ_X);
            MonitorProbe.beforeExit(monitor, LOCK);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void wait_givesUpTheMonitorAndTakesItBack() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            Thread waiter = new Thread(this::waitAndRead);
            waiter.start();
            awaitWaiting(waiter);
            writeAndNotify();
            waiter.join();
        });
        List<RecordedEvent> handoffs = recorded.of("LockHandoff");
        assertThat(handoffs).as("to the other thread and back").hasSize(2);
        assertThat(handoffs.get(1).getInt("toThread")).isEqualTo(handoffs.get(0).getInt("fromThread"));
        assertThat(recorded.of("FieldAccess")).as("one direct edge orders them").isEmpty();
    }

    @Test
    void wait_thatBeganBeforeTheWindow_learnsFromTheNotifier() throws Exception {
        Thread waiter = new Thread(this::waitAndRead);
        waiter.start();
        awaitWaiting(waiter);
        Recorded recorded = Recorded.play(() -> {
            writeAndNotify();
            waiter.join();
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
        assertThat(recorded.of("FieldAccess")).as("one direct edge orders them").isEmpty();
    }

    @Test
    void wait_thatBeganBeforeTheWindowAndIsInterrupted_learnsFromWhoHadTheMonitor() throws Exception {
        Thread waiter = new Thread(this::waitAndRead);
        waiter.start();
        awaitWaiting(waiter);
        Recorded recorded = Recorded.play(() -> {
            writeUnderMonitor();
            waiter.interrupt();
            waiter.join();
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
        assertThat(recorded.of("FieldAccess")).as("one direct edge orders them").isEmpty();
    }

    @Test
    void wait_insideTwoLevels_givesUpBothAndHasBothAfterwards() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            Thread waiter = new Thread(() -> {
                synchronized (monitor) {
                    MonitorProbe.afterEnter(monitor, LOCK);
                    MonitorProbe.afterEnter(monitor, LOCK);
                    waitAndExitInner();
                    FieldProbe.write(owner, WRITE_X);
                    MonitorProbe.beforeExit(monitor, LOCK);
                }
            });
            waiter.start();
            awaitWaiting(waiter);
            writeAndNotify();
            waiter.join();
            onThread(() -> FieldProbe.read(owner, READ_X));
        });
        RecordedEvent read = recorded.of("FieldAccess").get(1);
        RecordedEvent write = recorded.of("FieldAccess").get(0);
        assertThat(read.getInt("site")).isEqualTo(READ_X);
        assertThat(write.getInt("lockSet")).as("held after the inner exit").isPositive();
    }

    @SuppressWarnings("WaitNotInLoop") // notified once
    private void waitAndExitInner() {
        try {
            MonitorProbe.await(monitor, 60_000, LOCK);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        MonitorProbe.beforeExit(monitor, LOCK);
    }

    @Test
    void wait_withoutTheMonitor_failsAsItDoesAnyway() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            try {
                MonitorProbe.await(monitor, 1, 1, LOCK);
            } catch (IllegalMonitorStateException asAnyway) {
                assertThat(asAnyway.getStackTrace()).isNotEmpty();
            }
            onThread(this::writeUnderMonitor);
        });
        assertThat(recorded.of("LockHandoff")).isEmpty();
    }

    /** An exit in a class that is not woven, say: a caller's whose lock this code gave up to wait. */
    @Test
    void monitor_leftWithoutAProbe_isTakenAnewAfterAnother() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            synchronized (monitor) {
                MonitorProbe.afterEnter(monitor, LOCK);
            }
            onThread(this::writeUnderMonitor);
            writeUnderMonitor();
        });
        List<RecordedEvent> handoffs = recorded.of("LockHandoff");
        assertThat(handoffs).hasSize(1);
        assertThat(recorded.of("FieldAccess")).as("one direct edge orders them").isEmpty();
    }

    @Test
    void monitor_leftWithoutAProbeAndTakenAgain_isReleasedAtItsExit() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            synchronized (monitor) {
                MonitorProbe.afterEnter(monitor, LOCK);
            }
            writeUnderMonitor();
            onThread(this::writeUnderMonitor);
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
        assertThat(recorded.of("FieldAccess")).as("one direct edge orders them").isEmpty();
    }

    @Test
    void classLoaderOfTheApplication_calledByTheAgent_isObserved() throws Exception {
        Recorded recorded = Recorded.play(() -> {
            var agent = AgentCode.enter();
            var application = AgentCode.pause();
            writeUnderMonitor();
            AgentCode.resume(application);
            FieldProbe.write(owner, WRITE_X);
            AgentCode.leave(agent);
            onThread(this::writeUnderMonitor);
        });
        assertThat(recorded.of("LockHandoff")).hasSize(1);
        assertThat(recorded.of("FieldAccess")).isEmpty();
    }
}
