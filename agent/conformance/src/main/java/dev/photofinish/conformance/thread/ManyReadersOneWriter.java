package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario("Four threads read while one writes")
@Races("payload")
final class ManyReadersOneWriter implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Step read = () -> Check.that(payload >= 0, "a payload");
        Threads.concurrently(read, read, () -> payload = 1, read, read);
    }
}
