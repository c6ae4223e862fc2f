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
    private final Turns turns = new Turns();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::lockInside, this::monitorInside);
    }

    private void lockInside() {
        turns.await(0);
        synchronized (this) {
            lock.lock();
            try {
                turns.end();
            } finally {
                lock.unlock();
            }
        }
    }

    private void monitorInside() {
        turns.await(1);
        lock.lock();
        try {
            inMonitor();
        } finally {
            lock.unlock();
        }
    }

    private synchronized void inMonitor() {
        turns.end();
    }
}
