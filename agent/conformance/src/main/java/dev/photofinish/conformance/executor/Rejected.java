package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

@Scenario(
        value = "A submission that is rejected orders nothing",
        go = {"RaceChanSyncCloseSend", "RaceChanAsyncCloseSend"})
@Races("payload")
final class Rejected implements Program {
    private final Marker rejected = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        Threads.concurrently(
                () -> {
                    payload = 1;
                    pool.shutdown();
                    rejected.reach();
                },
                () -> {
                    rejected.await();
                    try {
                        pool.execute(() -> payload++);
                    } catch (RejectedExecutionException expected) {
                        payload = 2;
                    }
                });
    }
}
