package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A volatile read that comes before the write learns nothing from it")
@Races("payload")
final class EarlyVolatileRead implements Program {
    private final Marker read = new Marker();
    private final Marker written = new Marker();
    volatile boolean ready;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    read.await();
                    payload = 1;
                    ready = true;
                    written.reach();
                },
                () -> {
                    Check.equal(false, ready);
                    read.reach();
                    written.await();
                    payload = 2;
                });
    }
}
