package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

@Scenario("A field updater is a volatile access of its field")
@Clean
final class FieldUpdater implements Program {
    private static final AtomicIntegerFieldUpdater<FieldUpdater> STATE =
            AtomicIntegerFieldUpdater.newUpdater(FieldUpdater.class, "state");
    volatile int state;
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    STATE.incrementAndGet(this);
                },
                () -> {
                    while (state == 0) {
                        Thread.onSpinWait();
                    }
                    payload++;
                    state = 2;
                },
                () -> {
                    while (!STATE.compareAndSet(this, 2, 3)) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(3, payload);
    }
}
