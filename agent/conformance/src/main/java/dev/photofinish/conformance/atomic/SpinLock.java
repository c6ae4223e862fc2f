package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicBoolean;

@Scenario("A spin lock on an AtomicBoolean (jcstress Mutex)")
@Clean
final class SpinLock implements Program {
    private final AtomicBoolean taken = new AtomicBoolean();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(200, counted);
    }

    private void count() {
        for (int i = 0; i < 100; i++) {
            while (!taken.compareAndSet(false, true)) {
                Thread.onSpinWait();
            }
            counted++;
            taken.set(false);
        }
    }
}
