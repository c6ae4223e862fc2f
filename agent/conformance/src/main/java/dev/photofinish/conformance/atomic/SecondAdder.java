package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(
        value = "The one that gets 2 sees what the other wrote",
        go = {"NoRaceAtomicAddInt64", "NoRaceAtomicAddInt32"})
@Clean
final class SecondAdder implements Program {
    private final AtomicInteger state = new AtomicInteger();
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    one = 1;
                    if (state.incrementAndGet() == 2) {
                        other = 1;
                    }
                },
                () -> {
                    other = 1;
                    if (state.incrementAndGet() == 2) {
                        one = 1;
                    }
                });
        Check.equal(2, one + other);
    }
}
