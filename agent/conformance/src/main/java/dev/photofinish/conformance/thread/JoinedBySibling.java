package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("One thread joins its sibling, the starter joins only that one")
@Clean
final class JoinedBySibling implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread first = Threads.start(() -> payload = 1);
        Thread second = Threads.start(() -> {
            first.join();
            payload++;
        });
        Threads.join(second);
        Check.equal(2, payload);
    }
}
