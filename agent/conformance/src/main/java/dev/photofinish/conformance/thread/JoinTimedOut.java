package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario("A join that timed out orders nothing")
@Races("result")
final class JoinTimedOut implements Program {
    private final Marker written = new Marker();
    private final Marker release = new Marker();
    int result;

    @Override
    public void run() throws Exception {
        Thread thread = Threads.start(() -> {
            result = 1;
            written.reach();
            release.await();
        });
        written.await();
        thread.join(5);
        Check.that(thread.isAlive(), "a thread that still runs");
        result = 2;
        release.reach();
        Threads.join(thread);
    }
}
