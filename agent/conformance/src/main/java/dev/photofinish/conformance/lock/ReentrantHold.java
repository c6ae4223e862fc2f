package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("The inner unlock of a lock held twice releases nothing")
@Clean
final class ReentrantHold implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::add, this::add);
        Check.equal(6, balance);
    }

    private void add() {
        mu.lock();
        try {
            balance++;
            mu.lock();
            try {
                balance++;
            } finally {
                mu.unlock();
            }
            balance++;
        } finally {
            mu.unlock();
        }
    }
}
