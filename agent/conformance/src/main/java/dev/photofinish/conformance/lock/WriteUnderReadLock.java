package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Scenario(value = "Three threads write under the read lock, one after the other", go = "RaceRWMutexMultipleReaders")
@Races("balance")
final class WriteUnderReadLock implements Program {
    private final ReadWriteLock mu = new ReentrantReadWriteLock();
    private final Marker first = new Marker();
    private final Marker second = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    write(1);
                    first.reach();
                },
                () -> {
                    first.await();
                    write(2);
                    second.reach();
                },
                () -> {
                    second.await();
                    write(3);
                });
    }

    private void write(int value) {
        mu.readLock().lock();
        try {
            balance = value;
        } finally {
            mu.readLock().unlock();
        }
    }
}
