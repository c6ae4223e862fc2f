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
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> turns.each(0, () -> nest(left, right)), () -> turns.each(1, () -> nest(right, left)));
    }

    private void nest(ReentrantLock outer, ReentrantLock inner) throws InterruptedException {
        outer.lock();
        try {
            if (inner.tryLock(60, TimeUnit.SECONDS)) {
                try {
                    Thread.onSpinWait();
                } finally {
                    inner.unlock();
                }
            }
        } finally {
            outer.unlock();
        }
    }
}
