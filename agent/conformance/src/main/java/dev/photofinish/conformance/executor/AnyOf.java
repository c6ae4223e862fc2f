package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario(value = "anyOf comes after the winner, not after the others", go = "RaceSelect5")
@Races("loser")
final class AnyOf implements Program {
    private final Marker lost = new Marker();
    private final Marker release = new Marker();
    int winner;
    int loser;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> slow = CompletableFuture.runAsync(
                    () -> {
                        loser = 1;
                        lost.reach();
                        release.spin();
                    },
                    pool);
            lost.await();
            CompletableFuture<Void> fast = CompletableFuture.runAsync(() -> winner = 1, pool);
            CompletableFuture.anyOf(slow, fast).join();
            winner++;
            loser++;
            release.reach();
            slow.join();
        } finally {
            pool.shutdown();
        }
    }
}
