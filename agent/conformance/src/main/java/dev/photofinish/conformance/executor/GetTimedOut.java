package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

@Scenario("A get that timed out orders nothing")
@Races("result")
final class GetTimedOut implements Program {
    private final Marker written = new Marker();
    private final Marker release = new Marker();
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> done = pool.submit(() -> {
                result = 1;
                written.reach();
                release.await();
                return null;
            });
            written.await();
            awaitBriefly(done);
            result++;
            release.reach();
            done.get();
        } finally {
            pool.shutdown();
        }
    }

    private static void awaitBriefly(Future<?> done) throws Exception {
        try {
            done.get(5, TimeUnit.MILLISECONDS);
            throw new AssertionError("expected a timeout");
        } catch (TimeoutException expected) {
            Check.equal(false, done.isDone());
        }
    }
}
