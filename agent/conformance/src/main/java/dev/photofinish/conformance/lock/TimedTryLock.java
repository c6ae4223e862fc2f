package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("A timed tryLock that succeeds after a wait acquires")
@Clean
final class TimedTryLock implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    private final Marker locked = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::lockAndWrite, this::tryAndWrite);
        Check.equal(2, balance);
    }

    private void lockAndWrite() throws InterruptedException {
        mu.lock();
        try {
            locked.reach();
            while (!mu.hasQueuedThreads()) {
                Thread.sleep(1);
            }
            balance = 1;
        } finally {
            mu.unlock();
        }
    }

    private void tryAndWrite() throws InterruptedException {
        locked.await();
        Check.equal(true, mu.tryLock(60, TimeUnit.SECONDS));
        try {
            balance++;
        } finally {
            mu.unlock();
        }
    }
}
