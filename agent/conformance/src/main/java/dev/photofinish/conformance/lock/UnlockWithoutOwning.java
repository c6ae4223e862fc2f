package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("An unlock that throws IllegalMonitorStateException releases nothing")
@Races("balance")
final class UnlockWithoutOwning implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    private final Marker written = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::writeAndFailToUnlock, this::lockAndWrite);
    }

    private void writeAndFailToUnlock() {
        balance = 1;
        try {
            mu.unlock();
            throw new AssertionError("expected an IllegalMonitorStateException");
        } catch (IllegalMonitorStateException expected) {
            written.reach();
        }
    }

    private void lockAndWrite() throws InterruptedException {
        written.await();
        mu.lock();
        try {
            balance = 2;
        } finally {
            mu.unlock();
        }
    }
}
