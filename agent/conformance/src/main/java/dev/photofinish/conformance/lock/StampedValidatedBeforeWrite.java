package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario("An optimistic read that was validated is no race with a write that comes later")
@Clean
final class StampedValidatedBeforeWrite implements Program {
    private final StampedLock mu = new StampedLock();
    private final Marker read = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    read.await();
                    long stamp = mu.writeLock();
                    balance = 1;
                    mu.unlockWrite(stamp);
                },
                () -> {
                    long stamp = mu.tryOptimisticRead();
                    int seen = balance;
                    Check.equal(true, mu.validate(stamp));
                    read.reach();
                    Check.equal(0, seen);
                });
    }
}
