package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A worker polls a plain stop flag")
@Races("stop")
final class PlainStopFlag implements Program {
    private final Marker polled = new Marker();
    boolean stop;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    while (!stop) {
                        polled.reach();
                        Thread.sleep(1);
                    }
                },
                () -> {
                    polled.await();
                    stop = true;
                });
    }
}
