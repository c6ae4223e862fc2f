package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario("An optimistic read that is never validated is a race")
@Races("balance")
final class StampedOptimisticNotValidated implements Program {
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
                    Check.that(stamp != 0 && seen >= 0, "a stamp");
                });
    }
}
