package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The writer sets one volatile, the reader reads another")
@Races("payload")
final class OtherVolatile implements Program {
    private final Marker written = new Marker();
    volatile boolean ready;
    volatile boolean other;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    ready = true;
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.equal(false, other);
                    payload = 2;
                });
    }
}
