package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario("getPlain acquires nothing")
@Races("payload")
final class PlainGet implements Program {
    private final AtomicInteger state = new AtomicInteger();
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    state.set(1);
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.that(state.getPlain() <= 1, "a state");
                    payload = 2;
                });
    }
}
