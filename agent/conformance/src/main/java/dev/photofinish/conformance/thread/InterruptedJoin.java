package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("An interrupt ends a join, and a finally block sees it first")
@Clean
final class InterruptedJoin implements Program {
    private final Marker release = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread slow = Threads.start(release::await);
        Thread joiner = Threads.start(() -> {
            try {
                slow.join();
            } catch (Exception seen) {
                Check.that(seen instanceof InterruptedException, "an interrupt");
            } finally {
                payload++;
            }
        });
        Threads.awaitState(joiner, Thread.State.WAITING);
        payload = 1;
        joiner.interrupt();
        Threads.join(joiner);
        release.reach();
        Threads.join(slow);
        Check.equal(2, payload);
    }
}
