package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Scenario(value = "A writer is ordered after every reader before it", go = "NoRaceRWMutexTransitive")
@Clean
final class ReadersThenWriter implements Program {
    private final ReentrantReadWriteLock mu = new ReentrantReadWriteLock();
    private final Marker firstRead = new Marker();
    private final Marker secondRead = new Marker();
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    one = 1;
                    passReadLock();
                    firstRead.reach();
                },
                () -> {
                    other = 1;
                    passReadLock();
                    secondRead.reach();
                },
                () -> {
                    firstRead.await();
                    secondRead.await();
                    mu.writeLock().lock();
                    try {
                        one++;
                        other++;
                    } finally {
                        mu.writeLock().unlock();
                    }
                });
    }

    private void passReadLock() {
        mu.readLock().lock();
        try {
            Check.equal(1, mu.getReadHoldCount());
        } finally {
            mu.readLock().unlock();
        }
    }
}
