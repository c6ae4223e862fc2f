package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(
        value = "set and a spinning get hand over",
        go = {"NoRaceAtomicLoadStoreInt32", "NoRaceAtomicLoadInt64"},
        alone = true)
@Clean
final class SpinHandOff implements Program {
    private final AtomicInteger state = new AtomicInteger();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    state.set(1);
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
