package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Two threads count in a synchronized method")
@Clean
final class SynchronizedMethod implements Program {
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, counted);
    }

    private synchronized void count() {
        counted++;
    }
}
