package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("The unlock comes from a finally block after an exception")
@Clean
final class UnlockByException implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    private final Marker thrown = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::fail, this::read);
    }

    private void fail() {
        try {
            mu.lock();
            try {
                balance = 1;
                throw new IllegalStateException("on purpose");
            } finally {
                mu.unlock();
            }
        } catch (IllegalStateException expected) {
            thrown.reach();
        }
    }

    private void read() throws InterruptedException {
        thrown.await();
        mu.lock();
        try {
            Check.equal(1, balance);
        } finally {
            mu.unlock();
        }
    }
}
