package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("the inner lock is taken interruptibly: nobody interrupts")
@Clean
@Deadlock(locks = 2)
final class OppositeInterruptibly implements Program {
    private final ReentrantLock left = new ReentrantLock();
    private final ReentrantLock right = new ReentrantLock();
    private final Turns turns = new Turns();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> nest(0, left, right), () -> nest(1, right, left));
    }

    private void nest(int turn, ReentrantLock outer, ReentrantLock inner) throws InterruptedException {
        turns.await(turn);
        outer.lock();
        try {
            inner.lockInterruptibly();
            try {
                turns.end();
            } finally {
                inner.unlock();
            }
        } finally {
            outer.unlock();
        }
    }
}
