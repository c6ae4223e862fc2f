package dev.photofinish.conformance.lock;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Semaphore;

@Scenario(value = "A semaphore of two permits is not", go = "RaceChanSem")
@Races("counted")
final class SemaphoreTwoPermits implements Program {
    private final Semaphore permits = new Semaphore(2);
    private final Marker one = new Marker();
    private final Marker other = new Marker();
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> count(one, other), () -> count(other, one));
    }

    private void count(Marker own, Marker foreign) throws InterruptedException {
        permits.acquire();
        try {
            own.reach();
            foreign.await();
            counted++;
        } finally {
            permits.release();
        }
    }
}
