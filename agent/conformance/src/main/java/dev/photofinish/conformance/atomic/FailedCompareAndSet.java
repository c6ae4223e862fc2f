package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(value = "A compareAndSet that fails still acquires: it is a volatile read", go = "NoRaceAtomicCASCASInt32_2")
@Clean
final class FailedCompareAndSet implements Program {
    private final AtomicInteger state = new AtomicInteger();
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    one = 1;
                    if (!state.compareAndSet(0, 1)) {
                        other = 1;
                    }
                },
                () -> {
                    other = 1;
                    if (!state.compareAndSet(0, 1)) {
                        one = 1;
                    }
                });
        Check.equal(2, one + other);
    }
}
