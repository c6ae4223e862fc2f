package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Semaphore;

@Scenario(value = "Who gets all permits back has what was done with each", go = "NoRaceElemetSize0")
@Clean
final class PermitsGivenBack implements Program {
    private final Semaphore permits = new Semaphore(2);
    int one;
    int other;

    @Override
    public void run() throws Exception {
        permits.acquire(2);
        Thread first = Threads.start(() -> {
            one++;
            permits.release();
        });
        Thread second = Threads.start(() -> {
            other++;
            permits.release();
        });
        permits.acquire(2);
        one++;
        other++;
        Check.equal(4, one + other);
        Threads.join(first);
        Threads.join(second);
    }
}
