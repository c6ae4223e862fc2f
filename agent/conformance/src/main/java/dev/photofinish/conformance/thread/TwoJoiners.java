package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads join the same third", go = "NoRaceWaitGroupMultipleWait")
@Clean
final class TwoJoiners implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Thread worker = Threads.start(() -> payload = 1);
        Step read = () -> {
            worker.join();
            Check.equal(1, payload);
        };
        Threads.concurrently(read, read, read);
        payload++;
    }
}
