package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CyclicBarrier;

@Scenario(
        value = "A CyclicBarrier separates phases, again and again",
        go = {"NoRaceWaitGroupReuse", "NoRaceWaitGroupReuse2"})
@Clean
final class BarrierPhases implements Program {
    private final CyclicBarrier barrier = new CyclicBarrier(2);
    int left;
    int right;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left = 1;
                    barrier.await();
                    left += right;
                    barrier.await();
                    right++;
                },
                () -> {
                    right = 1;
                    barrier.await();
                    Check.equal(1, right);
                    barrier.await();
                    left++;
                });
        Check.equal(5, left + right);
    }
}
