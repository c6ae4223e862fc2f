package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "A ReentrantLock and the monitor of the same object are two locks", go = "RaceMutexRWMutex")
@Races("balance")
final class LockAndItsMonitor implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::byLock, this::byMonitor);
    }

    private void byLock() {
        mu.lock();
        try {
            balance++;
        } finally {
            mu.unlock();
        }
    }

    private void byMonitor() {
        synchronized (mu) {
            balance++;
        }
    }
}
