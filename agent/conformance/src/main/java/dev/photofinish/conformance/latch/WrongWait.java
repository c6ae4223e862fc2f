package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "One of two workers counts down too early",
        go = {"RaceWaitGroupWrongWait", "RaceWaitGroupWrongAdd"})
@Races("other")
final class WrongWait implements Program {
    private final CountDownLatch done = new CountDownLatch(2);
    private final Marker written = new Marker();
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Thread first = Threads.start(() -> {
            one = 1;
            done.countDown();
        });
        Thread second = Threads.start(() -> {
            done.countDown();
            other = 1;
            written.reach();
        });
        written.await();
        done.await();
        one++;
        other++;
        Threads.join(first);
        Threads.join(second);
    }
}
