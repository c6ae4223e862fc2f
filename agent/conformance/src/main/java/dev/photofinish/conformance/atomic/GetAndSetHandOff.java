package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario("getAndSet, updateAndGet and accumulateAndGet acquire and release")
@Clean
final class GetAndSetHandOff implements Program {
    private final AtomicInteger state = new AtomicInteger();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(0, state.getAndSet(1));
                },
                () -> {
                    while (state.updateAndGet(seen -> seen == 1 ? 2 : seen) != 2) {
                        Thread.onSpinWait();
                    }
                    payload++;
                    state.accumulateAndGet(1, Integer::sum);
                },
                () -> {
                    while (state.get() != 3) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(3, payload);
    }
}
