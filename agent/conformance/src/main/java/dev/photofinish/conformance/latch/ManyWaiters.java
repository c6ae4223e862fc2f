package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "Many threads wait for the same latch and read",
        go = {"NoRaceWaitGroupMultipleWait", "NoRaceWaitGroupMultipleWait2", "NoRaceWaitGroupMultipleWait3"})
@Clean
final class ManyWaiters implements Program {
    private final CountDownLatch done = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Step read = () -> {
            done.await();
            Check.equal(1, payload);
        };
        Threads.concurrently(read, read, read, () -> {
            payload = 1;
            done.countDown();
        });
    }
}
