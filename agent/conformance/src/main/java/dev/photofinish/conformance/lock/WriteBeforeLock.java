package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "Both threads write before they take the lock", go = "RaceMutex")
@Races("balance")
final class WriteBeforeLock implements Program {
    private final Lock mu = new ReentrantLock();
    int balance;
    int guarded;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
    }

    private void write() {
        balance = 1;
        mu.lock();
        try {
            guarded++;
        } finally {
            mu.unlock();
        }
    }
}
