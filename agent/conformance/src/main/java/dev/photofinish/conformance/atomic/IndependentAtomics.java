package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario("Counting in an atomic orders nothing for who never reads it")
@Races("payload")
final class IndependentAtomics implements Program {
    private final AtomicInteger one = new AtomicInteger();
    private final AtomicInteger other = new AtomicInteger();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    one.incrementAndGet();
                },
                () -> {
                    other.incrementAndGet();
                    payload = 2;
                });
    }
}
