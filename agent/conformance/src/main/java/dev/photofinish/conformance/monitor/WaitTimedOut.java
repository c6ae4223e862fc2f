package dev.photofinish.conformance.monitor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A wait that timed out orders nothing but its own monitor")
@Races("payload")
final class WaitTimedOut implements Program {
    private final Object mu = new Object();
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    written.reach();
                },
                this::waitAndWrite);
    }

    @SuppressWarnings("WaitNotInLoop") // the timeout is the scenario
    private void waitAndWrite() throws InterruptedException {
        written.await();
        synchronized (mu) {
            mu.wait(5);
        }
        payload = 2;
    }
}
