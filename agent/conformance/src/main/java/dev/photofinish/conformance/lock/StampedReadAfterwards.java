package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario("A read after the validated section is a read like any other")
@Races("late")
final class StampedReadAfterwards implements Program {
    private final StampedLock mu = new StampedLock();
    private final Marker written = new Marker();
    int balance;
    int late;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    long stamp = mu.writeLock();
                    balance = 1;
                    mu.unlockWrite(stamp);
                    late = 1;
                    written.reach();
                },
                () -> {
                    written.await();
                    long stamp = mu.tryOptimisticRead();
                    int seen = balance;
                    Check.equal(true, mu.validate(stamp));
                    Check.that(seen + late >= 1, "a sum");
                });
    }
}
