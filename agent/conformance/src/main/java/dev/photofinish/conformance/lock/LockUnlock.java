package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "Two threads count under one ReentrantLock", go = "NoRaceMutex", alone = true)
@Clean
final class LockUnlock implements Program {
    private final Lock mu = new ReentrantLock();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, counted);
    }

    private void count() {
        mu.lock();
        try {
            counted++;
        } finally {
            mu.unlock();
        }
    }
}
