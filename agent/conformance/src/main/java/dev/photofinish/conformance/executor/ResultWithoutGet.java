package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario(value = "The submitter reads the result without get", alone = true)
@Races("result")
final class ResultWithoutGet implements Program {
    private final Marker written = new Marker();
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> done = pool.submit(() -> {
                result = 1;
                written.reach();
            });
            written.await();
            result++;
            done.get();
        } finally {
            pool.shutdown();
        }
    }
}
