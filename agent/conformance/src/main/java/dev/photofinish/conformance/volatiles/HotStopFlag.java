package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A volatile stop flag is polled by a hot loop")
@Clean
final class HotStopFlag implements Program {
    private final Marker polled = new Marker();
    volatile boolean stop;
    long spins;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    while (!stop) {
                        spins++;
                        polled.reach();
                    }
                },
                () -> {
                    polled.await();
                    stop = true;
                });
        Check.that(spins > 0, "a loop that ran");
    }
}
