package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.invoke.VarHandle;

@Scenario(value = "A plain flag behind a release fence, read before an acquire fence, publishes", alone = true)
@Clean
final class FencedFlag implements Program {
    private boolean ready;
    private int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    publish();
                },
                () -> {
                    while (!isPublished()) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }

    private void publish() {
        VarHandle.releaseFence();
        ready = true;
    }

    private boolean isPublished() {
        boolean seen = ready;
        VarHandle.acquireFence();
        return seen;
    }
}
