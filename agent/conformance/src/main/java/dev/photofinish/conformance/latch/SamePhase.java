package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CyclicBarrier;

@Scenario(value = "Two parties write in the same phase", go = "RaceWaitGroupReuse")
@Races("payload")
final class SamePhase implements Program {
    private final CyclicBarrier barrier = new CyclicBarrier(2);
    int payload;

    @Override
    public void run() throws Exception {
        Step work = () -> {
            barrier.await();
            payload++;
            barrier.await();
        };
        Threads.concurrently(work, work);
    }
}
