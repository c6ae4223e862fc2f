package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(
        value = "set hands over to a compareAndSet that succeeds",
        go = {"NoRaceAtomicStoreCASInt32", "NoRaceAtomicStoreCASUint64"})
@Clean
final class StoreThenCompareAndSet implements Program {
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
                    while (!state.compareAndSet(1, 0)) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
