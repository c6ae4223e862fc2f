package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.StampedLock;

@Scenario("A StampedLock's write lock and read lock")
@Clean
final class StampedWriteRead implements Program {
    private final StampedLock mu = new StampedLock();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::read, this::write);
        Check.equal(2, balance);
    }

    private void write() {
        long stamp = mu.writeLock();
        try {
            balance++;
        } finally {
            mu.unlockWrite(stamp);
        }
    }

    private void read() {
        long stamp = mu.readLock();
        try {
            Check.that(balance <= 2, "a balance");
        } finally {
            mu.unlockRead(stamp);
        }
    }
}
