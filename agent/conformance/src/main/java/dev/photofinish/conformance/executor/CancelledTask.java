package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario("cancel orders nothing between the task and who cancelled it")
@Races("result")
final class CancelledTask implements Program {
    private final Marker written = new Marker();
    private final Marker release = new Marker();
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> task = pool.submit(() -> {
                result = 1;
                written.reach();
                release.await();
                return null;
            });
            written.await();
            Check.equal(true, task.cancel(false));
            getCancelled(task);
            result++;
            release.reach();
        } finally {
            pool.shutdown();
        }
    }

    private static void getCancelled(Future<?> task) throws Exception {
        try {
            task.get();
            throw new AssertionError("expected a CancellationException");
        } catch (CancellationException expected) {
            Check.equal(true, task.isCancelled());
        }
    }
}
