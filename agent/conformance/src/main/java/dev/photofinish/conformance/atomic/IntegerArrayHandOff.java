package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicIntegerArray;

@Scenario("The elements of an AtomicIntegerArray are volatile variables of their own")
@Clean
final class IntegerArrayHandOff implements Program {
    private final AtomicIntegerArray states = new AtomicIntegerArray(2);
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    states.set(1, 1);
                },
                () -> {
                    while (states.get(1) == 0) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
