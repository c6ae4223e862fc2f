package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A volatile that two threads increment loses updates, but is no data race")
@Clean
final class VolatileCounter implements Program {
    volatile int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.that(counted > 0, "a count");
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // the lost update is the scenario
    private void count() {
        for (int i = 0; i < 100; i++) {
            counted++;
        }
    }
}
