package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CountDownLatch;

@Scenario(value = "What is written after countDown is not ordered before await", go = "RaceSelect2")
@Races("payload")
final class WriteAfterCountDown implements Program {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Thread worker = Threads.start(() -> {
            done.countDown();
            payload = 1;
            written.reach();
        });
        written.await();
        done.await();
        payload = 2;
        Threads.join(worker);
    }
}
