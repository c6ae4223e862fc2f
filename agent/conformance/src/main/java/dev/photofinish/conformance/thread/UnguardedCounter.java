package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads count without a lock", alone = true)
@Races("counted")
final class UnguardedCounter implements Program {
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
    }

    private void count() {
        for (int i = 0; i < 1_000; i++) {
            counted++;
        }
    }
}
