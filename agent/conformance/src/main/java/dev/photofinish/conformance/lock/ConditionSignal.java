package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

@Scenario(value = "await releases the lock and takes it again", go = "NoRaceCond")
@Clean
final class ConditionSignal implements Program {
    private final ReentrantLock mu = new ReentrantLock();
    private final Condition changed = mu.newCondition();
    private boolean ready;
    int guarded;
    int payload;

    @Override
    public void run() throws Exception {
        Thread waiter = Threads.start(this::awaitAndWrite);
        Threads.awaitState(waiter, Thread.State.WAITING);
        Threads.concurrently(this::writeAndSignal);
        Threads.join(waiter);
        Check.equal(2, payload);
        Check.equal(3, guarded);
    }

    private void writeAndSignal() {
        payload = 1;
        mu.lock();
        try {
            guarded++;
            ready = true;
            changed.signalAll();
        } finally {
            mu.unlock();
        }
    }

    private void awaitAndWrite() throws InterruptedException {
        mu.lock();
        try {
            guarded++;
            while (!ready) {
                changed.await();
            }
            guarded++;
        } finally {
            mu.unlock();
        }
        payload++;
    }
}
