package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "An interrupt is seen as an InterruptedException")
@Clean
final class InterruptException implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread sleeper = Threads.start(() -> {
            try {
                Thread.sleep(60_000);
                throw new AssertionError("expected an interrupt");
            } catch (InterruptedException expected) {
                payload++;
            }
        });
        Threads.awaitState(sleeper, Thread.State.TIMED_WAITING);
        payload = 1;
        sleeper.interrupt();
        Threads.join(sleeper);
        Check.equal(2, payload);
    }
}
