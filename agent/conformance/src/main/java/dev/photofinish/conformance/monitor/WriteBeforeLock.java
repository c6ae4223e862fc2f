package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Both threads write before they take the lock", go = "RaceMutex")
@Races("balance")
final class WriteBeforeLock implements Program {
    private final Object mu = new Object();
    int balance;
    int guarded;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::write, this::write);
    }

    private void write() {
        balance = 1;
        synchronized (mu) {
            guarded++;
        }
    }
}
