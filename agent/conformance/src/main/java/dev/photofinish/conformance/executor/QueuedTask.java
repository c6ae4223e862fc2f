package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario("A task that waits in the pool's queue sees what its submitter wrote, not what another did")
@Races("unrelated")
final class QueuedTask implements Program {
    private final Marker running = new Marker();
    private final Marker submitted = new Marker();
    int payload;
    int unrelated;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> first = pool.submit(() -> {
                running.reach();
                submitted.await();
                return null;
            });
            Thread submitter = Threads.start(() -> {
                running.await();
                payload = 1;
                Future<?> second = pool.submit(() -> {
                    payload++;
                    unrelated++;
                });
                submitted.reach();
                second.get();
                Check.equal(2, payload);
            });
            unrelated = 1;
            first.get();
            Threads.join(submitter);
        } finally {
            pool.shutdown();
        }
    }
}
