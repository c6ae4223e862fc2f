package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CompletableFuture;

@Scenario(value = "complete that loses orders nothing for who then gets the winner's value", go = "RaceChanCloseClose")
@Races("payload")
final class CompletedTooLate implements Program {
    private final CompletableFuture<String> promise = new CompletableFuture<>();
    private final Marker won = new Marker();
    private final Marker lost = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Check.equal(true, promise.complete("winner"));
                    won.reach();
                },
                () -> {
                    won.await();
                    payload = 1;
                    Check.equal(false, promise.complete("loser"));
                    lost.reach();
                },
                () -> {
                    lost.await();
                    Check.equal("winner", promise.join());
                    payload = 2;
                });
    }
}
