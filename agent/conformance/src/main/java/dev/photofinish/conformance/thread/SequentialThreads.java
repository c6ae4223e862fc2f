package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("A hundred threads one after the other, each joined before the next")
@Clean
final class SequentialThreads implements Program {
    int counted;

    @Override
    public void run() throws Exception {
        for (int i = 0; i < 100; i++) {
            Threads.concurrently(() -> counted++);
        }
        Check.equal(100, counted);
    }
}
