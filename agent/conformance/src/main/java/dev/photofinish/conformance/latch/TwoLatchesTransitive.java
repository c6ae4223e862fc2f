package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(value = "Three threads, two latches: the order is transitive", go = "NoRaceWaitGroupTransitive")
@Clean
final class TwoLatchesTransitive implements Program {
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    first.countDown();
                },
                () -> {
                    first.await();
                    second.countDown();
                },
                () -> {
                    second.await();
                    payload++;
                });
        Check.equal(2, payload);
    }
}
