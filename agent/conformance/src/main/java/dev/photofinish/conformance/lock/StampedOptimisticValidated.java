package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario(value = "An optimistic read that was validated is ordered after the write")
@Clean
final class StampedOptimisticValidated implements Program {
    private final StampedLock mu = new StampedLock();
    private final Marker written = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    long stamp = mu.writeLock();
                    balance = 1;
                    mu.unlockWrite(stamp);
                    written.reach();
                },
                () -> {
                    written.await();
                    long stamp = mu.tryOptimisticRead();
                    int seen = balance;
                    Check.equal(true, mu.validate(stamp));
                    Check.equal(1, seen);
                });
    }
}
