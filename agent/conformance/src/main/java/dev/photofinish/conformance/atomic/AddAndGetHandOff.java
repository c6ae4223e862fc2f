package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicLong;

@Scenario(value = "addAndGet and a spinning get hand over", go = "NoRaceAtomicLoadAddInt32")
@Clean
final class AddAndGetHandOff implements Program {
    private final AtomicLong state = new AtomicLong();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(1L, state.addAndGet(1));
                },
                () -> {
                    while (state.get() == 0) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
