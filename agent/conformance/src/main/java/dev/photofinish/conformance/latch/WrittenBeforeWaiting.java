package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(value = "Two threads write the same field before they wait for one latch", go = "RaceSynctestGoroutinesRecv")
@Races("payload")
final class WrittenBeforeWaiting implements Program {
    private final CountDownLatch start = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Step step = () -> {
            payload = 1;
            start.await();
        };
        Threads.concurrently(step, step, start::countDown);
    }
}
