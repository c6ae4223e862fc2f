package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A write before the lock is covered by a later lock of the reader")
@Clean
final class WriteBeforeLockThenRead implements Program {
    private final Object mu = new Object();
    private final Marker unlocked = new Marker();
    int balance;
    int guarded;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    balance = 1;
                    synchronized (mu) {
                        guarded++;
                    }
                    unlocked.reach();
                },
                () -> {
                    unlocked.await();
                    synchronized (mu) {
                        guarded++;
                    }
                    Check.equal(1, balance);
                });
    }
}
