package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("The payload is read before the flag")
@Races("payload")
final class ReadBeforeVolatileRead implements Program {
    private final Marker written = new Marker();
    volatile boolean ready;
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
                    int early = payload;
                    Check.that(ready || early == 0, "a flag that was set");
                });
    }
}
