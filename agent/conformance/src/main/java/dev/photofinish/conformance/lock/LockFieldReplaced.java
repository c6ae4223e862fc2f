package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "The field that holds the lock is replaced", go = "RaceMutexOverwrite")
@Races("mu")
final class LockFieldReplaced implements Program {
    Lock mu = new ReentrantLock();
    int locked;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> mu = new ReentrantLock(), () -> {
            Lock held = mu;
            held.lock();
            try {
                locked++;
            } finally {
                held.unlock();
            }
        });
    }
}
