package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@Scenario(
        value = "An exception from the atomic operation itself orders nothing and breaks nothing",
        go = "NoRaceAtomicCrash")
@Clean
final class AtomicOfNull implements Program {
    private final AtomicInteger state = new AtomicInteger();
    int payload;

    @Override
    public void run() throws Exception {
        try {
            increment(null);
            throw new AssertionError("expected a NullPointerException");
        } catch (NullPointerException expected) {
            payload = 1;
        }
        Threads.concurrently(
                () -> {
                    payload++;
                    increment(state);
                },
                () -> {
                    while (state.get() == 0) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(3, payload);
    }

    @SuppressWarnings("NullAway") // the null is the scenario
    private static void increment(@Nullable AtomicInteger counter) {
        counter.incrementAndGet();
    }
}
