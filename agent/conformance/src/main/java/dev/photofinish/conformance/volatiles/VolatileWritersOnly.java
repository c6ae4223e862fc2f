package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("Two writes of one volatile order nothing: only a read acquires")
@Races("payload")
final class VolatileWritersOnly implements Program {
    private final Marker written = new Marker();
    volatile int last;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    last = 1;
                    written.reach();
                },
                () -> {
                    written.await();
                    last = 2;
                    payload = 2;
                });
    }
}
