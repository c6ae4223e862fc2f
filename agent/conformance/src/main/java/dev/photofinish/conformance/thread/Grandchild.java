package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "A thread starts a thread: start and join are transitive", go = "NoRaceWaitGroupTransitive")
@Clean
final class Grandchild implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        Threads.concurrently(() -> {
            payload++;
            Threads.concurrently(() -> payload++);
            payload++;
        });
        Check.equal(4, payload);
    }
}
