package dev.photofinish.hotpath;

import dev.photofinish.probe.MonitorProbe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A monitor that goes from one thread to the other and back: each operation is two handoffs. The threads take turns by a
 * volatile field that no probe sees, so that nobody waits for the monitor itself.
 */
@Threads(2)
public class HandoffBenchmark extends HotPath {
    /** What the two threads share. */
    @State(Scope.Benchmark)
    public static class Shared {
        final Object monitor = new Object();
        int count;
        volatile int turn;

        /** Waits until it is the thread's turn; false at the end of the iteration. */
        boolean await(int thread, Control control) {
            while (turn != thread) {
                if (control.stopMeasurement) {
                    return false;
                }
                Thread.onSpinWait();
            }
            return true;
        }

        void next(int thread) {
            turn = 1 - thread;
        }

        void lockUnprobed() {
            synchronized (monitor) {
                count++;
            }
        }

        void lockProbed() {
            MonitorProbe.beforeEnter(monitor);
            synchronized (monitor) {
                MonitorProbe.afterEnter(monitor, LOCK);
                count++;
                MonitorProbe.beforeExit(monitor, LOCK);
            }
        }
    }

    @Benchmark
    public void unprobed(Shared shared, ThreadParams params, Control control) {
        if (shared.await(params.getThreadIndex(), control)) {
            shared.lockUnprobed();
            shared.next(params.getThreadIndex());
        }
    }

    @Benchmark
    public void closed(Shared shared, ThreadParams params, Control control) {
        if (shared.await(params.getThreadIndex(), control)) {
            shared.lockProbed();
            shared.next(params.getThreadIndex());
        }
    }

    @Benchmark
    public void open(OpenWindow window, Shared shared, ThreadParams params, Control control) {
        if (shared.await(params.getThreadIndex(), control)) {
            shared.lockProbed();
            shared.next(params.getThreadIndex());
        }
    }
}
