package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads count inside one synchronized block", go = "NoRaceMutex", alone = true)
@Clean
final class SynchronizedBlock implements Program {
    private final Object mu = new Object();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, counted);
    }

    private void count() {
        synchronized (mu) {
            counted++;
        }
    }
}
