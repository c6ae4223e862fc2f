package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("Any thread may detect the interrupt of another")
@Clean
final class InterruptSeenByOther implements Program {
    private final Marker release = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread target = Threads.start(release::spin);
        Threads.concurrently(
                () -> {
                    payload = 1;
                    target.interrupt();
                },
                () -> {
                    while (!target.isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        release.reach();
        Threads.join(target);
        Check.equal(2, payload);
    }
}
