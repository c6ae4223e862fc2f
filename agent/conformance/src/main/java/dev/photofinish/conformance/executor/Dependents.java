package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario("A chain of stages in two pools")
@Clean
final class Dependents implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        ExecutorService one = Executors.newFixedThreadPool(1);
        ExecutorService other = Executors.newFixedThreadPool(1);
        try {
            payload = 1;
            CompletableFuture.runAsync(() -> payload++, one)
                    .thenRunAsync(() -> payload++, other)
                    .thenRunAsync(() -> payload++, one)
                    .whenComplete((result, failure) -> payload++)
                    .get();
            Check.equal(5, payload);
        } finally {
            one.shutdown();
            other.shutdown();
        }
    }
}
