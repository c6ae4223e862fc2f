package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

@Scenario("A lock of one's own on AbstractQueuedSynchronizer is ordered by its state")
@Clean
final class OwnSynchronizer implements Program {
    private final Mutex mu = new Mutex();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(200, counted);
    }

    private void count() {
        for (int i = 0; i < 100; i++) {
            mu.acquire(1);
            counted++;
            mu.release(1);
        }
    }

    private static final class Mutex extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean tryAcquire(int ignored) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setState(0);
            return true;
        }
    }
}
