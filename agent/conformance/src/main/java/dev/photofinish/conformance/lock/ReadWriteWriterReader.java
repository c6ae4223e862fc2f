package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Scenario(value = "A writer under the write lock, a reader under the read lock", go = "NoRaceRWMutex")
@Clean
final class ReadWriteWriterReader implements Program {
    private final ReadWriteLock mu = new ReentrantReadWriteLock();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::read, this::write, this::read);
        Check.equal(2, balance);
    }

    private void write() {
        mu.writeLock().lock();
        try {
            balance++;
        } finally {
            mu.writeLock().unlock();
        }
    }

    private void read() {
        mu.readLock().lock();
        try {
            Check.that(balance <= 2, "a balance");
        } finally {
            mu.readLock().unlock();
        }
    }
}
