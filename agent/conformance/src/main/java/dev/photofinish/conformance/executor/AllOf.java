package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CompletableFuture;

@Scenario(value = "allOf comes after all of them", go = "NoRaceChanWaitGroup")
@Clean
final class AllOf implements Program {
    int one;
    int other;

    @Override
    public void run() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> one = 1);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> other = 1);
        CompletableFuture.allOf(first, second).join();
        Check.equal(2, one + other);
    }
}
