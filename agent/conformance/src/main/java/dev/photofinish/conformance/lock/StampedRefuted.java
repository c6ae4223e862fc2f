package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario("What an optimistic read saw counts for nothing when the stamp is refuted")
@Clean
final class StampedRefuted implements Program {
    private final StampedLock mu = new StampedLock();
    private final Marker stamped = new Marker();
    private final Marker written = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    stamped.await();
                    long stamp = mu.writeLock();
                    balance = 1;
                    mu.unlockWrite(stamp);
                    written.reach();
                },
                () -> {
                    long stamp = mu.tryOptimisticRead();
                    int seen = balance;
                    stamped.reach();
                    written.await();
                    seen += balance;
                    Check.equal(false, mu.validate(stamp));
                    stamp = mu.readLock();
                    Check.that(seen >= 0 && balance == 1, "the balance under the lock");
                    mu.unlockRead(stamp);
                });
    }
}
