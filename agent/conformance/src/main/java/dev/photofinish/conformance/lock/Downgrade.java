package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Scenario("A write lock is downgraded to a read lock; the next writer follows the read unlock")
@Clean
final class Downgrade implements Program {
    private final ReentrantReadWriteLock mu = new ReentrantReadWriteLock();
    private final Marker downgraded = new Marker();
    int balance;
    int readUnderReadLock;

    @Override
    @SuppressWarnings("LockNotBeforeTry") // the locks overlap, which is the scenario
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    mu.writeLock().lock();
                    balance = 1;
                    mu.readLock().lock();
                    mu.writeLock().unlock();
                    readUnderReadLock = balance;
                    mu.readLock().unlock();
                    downgraded.reach();
                },
                () -> {
                    downgraded.await();
                    mu.writeLock().lock();
                    try {
                        balance += readUnderReadLock;
                        readUnderReadLock = 0;
                    } finally {
                        mu.writeLock().unlock();
                    }
                });
        Check.equal(2, balance);
    }
}
