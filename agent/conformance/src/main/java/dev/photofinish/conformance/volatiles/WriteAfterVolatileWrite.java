package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The payload is written after the flag")
@Races("payload")
final class WriteAfterVolatileWrite implements Program {
    private final Marker written = new Marker();
    volatile boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    ready = true;
                    payload = 1;
                    written.reach();
                },
                () -> {
                    written.await();
                    if (ready) {
                        payload = 2;
                    }
                });
        Check.equal(2, payload);
    }
}
