package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A hot loop is compiled while it counts without a lock")
@Races("counted")
final class LongLoop implements Program {
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
    }

    private void count() {
        for (int i = 0; i < 200_000; i++) {
            counted += i & 1;
        }
    }
}
