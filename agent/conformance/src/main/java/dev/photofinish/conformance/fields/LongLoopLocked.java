package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A hot loop is compiled while it counts under a lock")
@Clean
final class LongLoopLocked implements Program {
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(20_000, counted);
    }

    private void count() {
        for (int i = 0; i < 20_000; i++) {
            synchronized (this) {
                counted += i & 1;
            }
        }
    }
}
