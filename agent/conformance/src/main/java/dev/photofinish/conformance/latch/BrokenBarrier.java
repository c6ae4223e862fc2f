package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

@Scenario(value = "A barrier that broke orders nothing")
@Races("payload")
final class BrokenBarrier implements Program {
    private final CyclicBarrier barrier = new CyclicBarrier(3);
    private final Marker broken = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    awaitTimedOut();
                    broken.reach();
                },
                () -> {
                    broken.await();
                    awaitBroken();
                    payload = 2;
                });
    }

    private void awaitTimedOut() throws Exception {
        try {
            barrier.await(5, TimeUnit.MILLISECONDS);
            throw new AssertionError("expected a timeout");
        } catch (TimeoutException expected) {
            Check.equal(true, barrier.isBroken());
        }
    }

    private void awaitBroken() throws Exception {
        try {
            barrier.await();
            throw new AssertionError("expected a broken barrier");
        } catch (BrokenBarrierException expected) {
            Check.equal(true, barrier.isBroken());
        }
    }
}
