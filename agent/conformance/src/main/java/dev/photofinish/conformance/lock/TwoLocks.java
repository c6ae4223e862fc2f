package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "Each thread holds its own ReentrantLock", go = "RaceMutex2")
@Races("balance")
final class TwoLocks implements Program {
    private final Lock one = new ReentrantLock();
    private final Lock other = new ReentrantLock();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> add(one), () -> add(other));
    }

    private void add(Lock lock) {
        lock.lock();
        try {
            balance++;
        } finally {
            lock.unlock();
        }
    }
}
