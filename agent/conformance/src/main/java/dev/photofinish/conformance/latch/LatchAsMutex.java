package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CountDownLatch;

@Scenario(value = "Counting down before and after the write is no mutual exclusion", go = "RaceWaitGroupAsMutex")
@Races("payload")
final class LatchAsMutex implements Program {
    private final CountDownLatch entered = new CountDownLatch(4);
    private final Marker first = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    work();
                    first.reach();
                },
                () -> {
                    first.await();
                    work();
                });
        entered.await();
    }

    private void work() {
        entered.countDown();
        payload++;
        entered.countDown();
    }
}
