package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CompletableFuture;

@Scenario("getNow that returned its default orders nothing")
@Races("payload")
final class GetNowTooEarly implements Program {
    private final CompletableFuture<String> promise = new CompletableFuture<>();
    private final Marker written = new Marker();
    private final Marker asked = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    written.reach();
                    asked.await();
                    promise.complete("done");
                },
                () -> {
                    written.await();
                    Check.equal("early", promise.getNow("early"));
                    payload = 2;
                    asked.reach();
                });
    }
}
