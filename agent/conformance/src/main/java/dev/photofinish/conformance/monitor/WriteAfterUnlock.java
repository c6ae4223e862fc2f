package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A write after the unlock is not covered by the next lock")
@Races("balance")
final class WriteAfterUnlock implements Program {
    private final Object mu = new Object();
    private final Marker written = new Marker();
    int balance;
    int guarded;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::unlockAndWrite, this::lockAndWrite);
    }

    private void unlockAndWrite() {
        synchronized (mu) {
            guarded++;
        }
        balance = 1;
        written.reach();
    }

    private void lockAndWrite() throws InterruptedException {
        written.await();
        synchronized (mu) {
            guarded++;
            balance = 2;
        }
    }
}
