package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Semaphore;

@Scenario(value = "A semaphore of one permit is a mutex", go = "NoRaceChanMutex")
@Clean
final class SemaphoreMutex implements Program {
    private final Semaphore permits = new Semaphore(1);
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::count, this::count);
        Check.equal(2, counted);
    }

    private void count() throws InterruptedException {
        permits.acquire();
        try {
            counted++;
        } finally {
            permits.release();
        }
    }
}
