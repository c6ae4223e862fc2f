package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Scenario("A condition of the write lock, and readers that ask interruptibly")
@Clean
final class ReadWriteCondition implements Program {
    private final ReentrantReadWriteLock mu = new ReentrantReadWriteLock();
    private final Condition ready = mu.writeLock().newCondition();
    boolean set;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    mu.writeLock().lockInterruptibly();
                    try {
                        while (!set) {
                            ready.await();
                        }
                        payload++;
                    } finally {
                        mu.writeLock().unlock();
                    }
                    mu.readLock().lockInterruptibly();
                    try {
                        Check.equal(2, payload);
                    } finally {
                        mu.readLock().unlock();
                    }
                },
                () -> {
                    mu.writeLock().lock();
                    try {
                        payload = 1;
                        set = true;
                        ready.signalAll();
                    } finally {
                        mu.writeLock().unlock();
                    }
                });
    }
}
