package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.locks.ReentrantLock;

@Scenario("A fair ReentrantLock under contention")
@Clean
final class FairLock implements Program {
    private final ReentrantLock mu = new ReentrantLock(true);
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count, this::count);
        Check.equal(300, counted);
    }

    private void count() {
        for (int i = 0; i < 100; i++) {
            mu.lock();
            try {
                counted++;
            } finally {
                mu.unlock();
            }
        }
    }
}
