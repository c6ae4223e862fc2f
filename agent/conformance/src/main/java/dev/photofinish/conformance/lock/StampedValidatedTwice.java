package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario("One stamp is validated again after more reads")
@Clean
final class StampedValidatedTwice implements Program {
    private final StampedLock mu = new StampedLock();
    private final Marker stamped = new Marker();
    private final Marker written = new Marker();
    int one;
    int two;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    stamped.await();
                    long stamp = mu.writeLock();
                    two = 1;
                    mu.unlockWrite(stamp);
                    written.reach();
                },
                () -> {
                    long stamp = mu.tryOptimisticRead();
                    int seen = one;
                    Check.equal(true, mu.validate(stamp));
                    stamped.reach();
                    written.await();
                    seen += two;
                    Check.equal(false, mu.validate(stamp));
                    Check.that(seen >= 0, "a sum");
                });
    }
}
