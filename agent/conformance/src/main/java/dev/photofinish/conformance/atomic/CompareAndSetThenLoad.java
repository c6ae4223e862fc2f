package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(value = "A compareAndSet that succeeds hands over to get", go = "NoRaceAtomicCASLoadInt32")
@Clean
final class CompareAndSetThenLoad implements Program {
    private final AtomicInteger state = new AtomicInteger();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(true, state.compareAndSet(0, 1));
                },
                () -> {
                    while (state.get() != 1) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
