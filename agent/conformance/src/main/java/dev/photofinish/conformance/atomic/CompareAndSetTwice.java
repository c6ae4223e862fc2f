package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicLong;

@Scenario(
        value = "compareAndSet hands over to compareAndSet",
        go = {"NoRaceAtomicCASCASInt32", "NoRaceAtomicCASCASUInt64"})
@Clean
final class CompareAndSetTwice implements Program {
    private final AtomicLong state = new AtomicLong();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(true, state.compareAndSet(0, 1));
                },
                () -> {
                    while (!state.compareAndSet(1, 0)) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
