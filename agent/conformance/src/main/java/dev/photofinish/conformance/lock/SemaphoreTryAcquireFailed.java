package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

@Scenario("tryAcquire that fails orders nothing, whoever released before")
@Races("payload")
final class SemaphoreTryAcquireFailed implements Program {
    private final Semaphore permits = new Semaphore(0);
    private final Marker released = new Marker();
    private final Marker taken = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    permits.release();
                    released.reach();
                },
                () -> {
                    released.await();
                    permits.acquire();
                    taken.reach();
                },
                () -> {
                    taken.await();
                    Check.equal(false, permits.tryAcquire());
                    Check.equal(false, permits.tryAcquire(5, TimeUnit.MILLISECONDS));
                    payload = 2;
                });
    }
}
