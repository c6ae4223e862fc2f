package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(value = "The one that gets 1 writes what the other wrote before adding", go = "RaceAtomicAddInt64")
@Races("other")
final class FirstAdder implements Program {
    private final AtomicInteger state = new AtomicInteger();
    private final Marker first = new Marker();
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    one = 1;
                    if (state.incrementAndGet() == 1) {
                        other = 1;
                    }
                    first.reach();
                },
                () -> {
                    first.await();
                    other = 1;
                    if (state.incrementAndGet() == 1) {
                        one = 1;
                    }
                });
    }
}
