package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CyclicBarrier;

@Scenario("The barrier action sees every party, and every party sees it")
@Clean
final class BarrierAction implements Program {
    private final CyclicBarrier barrier = new CyclicBarrier(2, this::sum);
    int left;
    int right;
    int sum;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left = 1;
                    barrier.await();
                    Check.equal(2, sum);
                },
                () -> {
                    right = 1;
                    barrier.await();
                    Check.equal(2, sum);
                });
    }

    private void sum() {
        sum = left + right;
    }
}
