package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Three threads, two volatiles: the order is transitive")
@Clean
final class TransitiveFlags implements Program {
    volatile boolean first;
    volatile boolean second;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    first = true;
                },
                () -> {
                    while (!first) {
                        Thread.onSpinWait();
                    }
                    second = true;
                },
                () -> {
                    while (!second) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
