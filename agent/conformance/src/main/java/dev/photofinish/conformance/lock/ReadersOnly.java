package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Scenario(value = "Readers under the read lock", go = "NoRaceRWMutexMultipleReaders")
@Clean
final class ReadersOnly implements Program {
    private final ReadWriteLock mu = new ReentrantReadWriteLock();
    int balance = 1;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::read, this::read, this::read);
    }

    private void read() {
        mu.readLock().lock();
        try {
            Check.equal(1, balance);
        } finally {
            mu.readLock().unlock();
        }
    }
}
