package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Scenario("An await that timed out orders nothing, however far the count went")
@Races("payload")
final class AwaitTimedOut implements Program {
    private final CountDownLatch done = new CountDownLatch(2);
    private final Marker counted = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread worker = Threads.start(() -> {
            payload = 1;
            done.countDown();
            counted.reach();
        });
        counted.await();
        Check.equal(false, done.await(5, TimeUnit.MILLISECONDS));
        payload = 2;
        Threads.join(worker);
    }
}
