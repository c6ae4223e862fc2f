package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

@Scenario("A pool that is full lets the caller run the task")
@Clean
final class CallerRuns implements Program {
    private final Marker running = new Marker();
    private final Marker release = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        try {
            Future<?> first = pool.submit(() -> {
                running.reach();
                release.await();
                return null;
            });
            running.await();
            payload = 1;
            pool.submit(() -> payload++).get();
            Check.equal(2, payload);
            release.reach();
            first.get();
        } finally {
            pool.shutdown();
        }
    }
}
