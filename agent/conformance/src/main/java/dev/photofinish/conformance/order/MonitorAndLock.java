package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("a monitor and a lock in opposite orders")
@Clean
@Deadlock(locks = 2)
final class MonitorAndLock implements Program {
    private final ReentrantLock lock = new ReentrantLock();
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> turns.each(0, this::lockInside), () -> turns.each(1, this::monitorInside));
    }

    private void lockInside() {
        synchronized (this) {
            lock.lock();
            try {
                Thread.onSpinWait();
            } finally {
                lock.unlock();
            }
        }
    }

    private void monitorInside() {
        lock.lock();
        try {
            inMonitor();
        } finally {
            lock.unlock();
        }
    }

    private synchronized void inMonitor() {
        Thread.onSpinWait();
    }
}
