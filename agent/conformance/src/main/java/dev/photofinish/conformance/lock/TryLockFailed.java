package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("A tryLock that fails orders nothing, whoever unlocked before")
@Races("balance")
final class TryLockFailed implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    private final Marker unlocked = new Marker();
    private final Marker lockedAgain = new Marker();
    private final Marker written = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::lockAndWrite, this::holdOnly, this::writeWithoutLock);
    }

    private void lockAndWrite() {
        mu.lock();
        try {
            balance = 1;
        } finally {
            mu.unlock();
        }
        unlocked.reach();
    }

    private void holdOnly() throws InterruptedException {
        unlocked.await();
        mu.lock();
        try {
            lockedAgain.reach();
            written.await();
        } finally {
            mu.unlock();
        }
    }

    private void writeWithoutLock() throws InterruptedException {
        lockedAgain.await();
        Check.equal(false, mu.tryLock());
        balance = 2;
        written.reach();
    }
}
