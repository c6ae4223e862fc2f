package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "The lock object itself is replaced while another thread locks it", go = "RaceMutexOverwrite")
@Races("mu")
final class LockReplaced implements Program {
    Object mu = new Object();
    int locked;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> mu = new Object(), this::lock);
    }

    @SuppressWarnings("SynchronizeOnNonFinalField") // replacing the lock is the scenario
    private void lock() {
        synchronized (mu) {
            locked++;
        }
    }
}
