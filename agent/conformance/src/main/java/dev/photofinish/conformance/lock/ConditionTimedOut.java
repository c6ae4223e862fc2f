package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("An await that timed out orders nothing but its own lock")
@Races("payload")
final class ConditionTimedOut implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    private final Condition changed = mu.newCondition();
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    written.reach();
                },
                this::awaitAndWrite);
    }

    @SuppressWarnings("WaitNotInLoop") // the timeout is the scenario
    private void awaitAndWrite() throws InterruptedException {
        written.await();
        mu.lock();
        try {
            Check.equal(false, changed.await(5, TimeUnit.MILLISECONDS));
        } finally {
            mu.unlock();
        }
        payload = 2;
    }
}
