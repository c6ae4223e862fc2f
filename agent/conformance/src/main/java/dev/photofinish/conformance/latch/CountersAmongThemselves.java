package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "countDown calls are not ordered among themselves: the workers race",
        go = {"RaceWaitGroup", "RaceWaitGroup2"})
@Races("payload")
final class CountersAmongThemselves implements Program {
    private final CountDownLatch done = new CountDownLatch(2);
    int payload;

    @Override
    public void run() throws Exception {
        Step work = () -> {
            payload++;
            done.countDown();
        };
        Thread first = Threads.start(work);
        Thread second = Threads.start(work);
        done.await();
        payload++;
        Threads.join(first);
        Threads.join(second);
    }
}
