package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Two threads write the same element under a lock")
@Clean
final class GuardedElement implements Program {
    private final int[] values = new int[4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, values[1]);
    }

    private synchronized void count() {
        values[1]++;
    }
}
