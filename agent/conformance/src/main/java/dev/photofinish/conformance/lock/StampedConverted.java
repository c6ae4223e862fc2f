package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.locks.StampedLock;

@Scenario("A stamp that could be converted was good")
@Clean
final class StampedConverted implements Program {
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
                    stamp = mu.tryConvertToWriteLock(stamp);
                    Check.that(stamp != 0, "a stamp to write under");
                    balance = seen + 1;
                    mu.unlockWrite(stamp);
                });
        Check.equal(2, balance);
    }
}
