package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario("A get that throws ExecutionException orders like one that returns")
@Clean
final class FailedTask implements Program {
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> failed = pool.submit(() -> {
                result = 1;
                throw new IllegalStateException("on purpose");
            });
            failed.get();
            throw new AssertionError("expected an ExecutionException");
        } catch (ExecutionException expected) {
            result++;
            Check.equal(2, result);
        } finally {
            pool.shutdown();
        }
    }
}
