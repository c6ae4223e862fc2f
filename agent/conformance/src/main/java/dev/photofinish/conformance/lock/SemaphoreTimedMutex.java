package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

@Scenario(value = "A semaphore of one permit as a mutex, with timed attempts", go = "NoRaceSelectMutex")
@Clean
final class SemaphoreTimedMutex implements Program {
    private final Semaphore mutex = new Semaphore(1);
    int count;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, count);
    }

    private void count() throws InterruptedException {
        Check.that(mutex.tryAcquire(1, TimeUnit.MINUTES), "a permit within a minute");
        count++;
        mutex.release();
    }
}
