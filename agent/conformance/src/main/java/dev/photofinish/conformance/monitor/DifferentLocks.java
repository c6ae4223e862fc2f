package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Each thread holds its own lock", go = "RaceMutex2", alone = true)
@Races("balance")
final class DifferentLocks implements Program {
    private final Object one = new Object();
    private final Object other = new Object();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> add(one), () -> add(other));
    }

    private void add(Object lock) {
        synchronized (lock) {
            balance++;
        }
    }
}
