package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(value = "A plain flag publishes nothing, and is a race itself", go = "RaceForTest", alone = true)
@Races({"ready", "payload"})
final class PlainFlag implements Program {
    private final Marker written = new Marker();
    boolean ready;
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
                    if (ready) {
                        payload = 2;
                    }
                });
        Check.equal(2, payload);
    }
}
