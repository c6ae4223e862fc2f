package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CompletableFuture;

@Scenario("complete orders whoever gets the value")
@Clean
final class CompletedByHand implements Program {
    private final CompletableFuture<String> promise = new CompletableFuture<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    promise.complete("done");
                },
                () -> {
                    Check.equal("done", promise.join());
                    payload++;
                });
        Check.equal(2, payload);
    }
}
