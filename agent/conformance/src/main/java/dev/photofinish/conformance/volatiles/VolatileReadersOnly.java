package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("Two reads of one volatile order nothing")
@Races("payload")
final class VolatileReadersOnly implements Program {
    private final Marker written = new Marker();
    volatile int settings = 7;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(7, settings);
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.equal(7, settings);
                    payload = 2;
                });
    }
}
