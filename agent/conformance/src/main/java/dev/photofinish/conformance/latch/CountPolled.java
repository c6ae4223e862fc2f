package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario("getCount is for monitoring: by the specification it orders nothing")
@Races("payload")
final class CountPolled implements Program {
    private final CountDownLatch done = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        Thread worker = Threads.start(() -> {
            payload = 1;
            done.countDown();
        });
        while (done.getCount() != 0) {
            Thread.sleep(1);
        }
        payload = 2;
        Threads.join(worker);
    }
}
