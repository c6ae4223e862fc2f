package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("lockInterruptibly acquires, and orders nothing where it is interrupted")
@Clean
final class LockInterruptibly implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::add, this::add);
        Check.equal(2, balance);
    }

    private void add() throws InterruptedException {
        mu.lockInterruptibly();
        try {
            balance++;
        } finally {
            mu.unlock();
        }
    }
}
