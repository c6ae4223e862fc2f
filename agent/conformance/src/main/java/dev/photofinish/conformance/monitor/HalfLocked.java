package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "One side locks, the other does not (jcstress SemiSynchronized)", alone = true)
@Races("balance")
final class HalfLocked implements Program {
    private final Object mu = new Object();
    int balance;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    synchronized (mu) {
                        balance = 1;
                    }
                },
                () -> balance = 2);
    }
}
