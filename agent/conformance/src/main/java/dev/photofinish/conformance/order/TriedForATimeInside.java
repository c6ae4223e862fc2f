package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("the inner lock is waited for a minute at most")
@Clean
final class TriedForATimeInside implements Program {
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
            if (inner.tryLock(60, TimeUnit.SECONDS)) {
                try {
                    turns.end();
                } finally {
                    inner.unlock();
                }
            }
        } finally {
            outer.unlock();
        }
    }
}
