package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.atomic.AtomicIntegerArray;

@Scenario(value = "Another element of the AtomicIntegerArray orders nothing")
@Races("payload")
final class IntegerArrayOtherIndex implements Program {
    private final AtomicIntegerArray states = new AtomicIntegerArray(2);
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    states.set(1, 1);
                    written.reach();
                },
                () -> {
                    written.await();
                    Check.equal(0, states.get(0));
                    payload = 2;
                });
    }
}
