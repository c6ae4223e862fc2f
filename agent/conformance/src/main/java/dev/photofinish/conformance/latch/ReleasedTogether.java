package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(value = "Two threads that one latch releases write the same field", go = "RaceSynctestGoroutinesUnblocked")
@Races("payload")
final class ReleasedTogether implements Program {
    private final CountDownLatch start = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Step step = () -> {
            start.await();
            payload = 1;
        };
        Threads.concurrently(step, step, start::countDown);
    }
}
