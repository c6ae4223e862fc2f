package dev.photofinish.conformance.atomic;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.atomic.AtomicInteger;

@Scenario(value = "A compareAndSet that fails writes nothing: it does not release")
@Races("payload")
final class FailedCompareAndSetReleasesNothing implements Program {
    private final AtomicInteger state = new AtomicInteger();
    private final Marker failed = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(false, state.compareAndSet(5, 6));
                    failed.reach();
                },
                () -> {
                    failed.await();
                    Check.equal(0, state.get());
                    payload = 2;
                });
    }
}
