package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CompletableFuture;

@Scenario("A stage that is composed of a future which another thread has completed")
@Clean
final class ComposeCompleted implements Program {
    private final CompletableFuture<Cell> done = new CompletableFuture<>();
    private final Marker completed = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    done.complete(new Cell(1));
                    completed.reach();
                },
                () -> {
                    completed.await();
                    CompletableFuture<String> start = CompletableFuture.completedFuture("start");
                    Check.equal(1, start.thenCompose(text -> done).join().value);
                    Check.equal(1, start.thenComposeAsync(text -> done).join().value);
                    Check.equal(1, done.copy().join().value);
                    Check.equal(
                            1,
                            start.thenCombine(done, (text, cell) -> cell.value).join());
                    Check.equal(
                            1,
                            done.applyToEither(new CompletableFuture<>(), cell -> cell.value)
                                    .join());
                    Check.equal(1, done.handle((cell, failure) -> cell.value).join());
                    Check.equal(
                            null,
                            CompletableFuture.allOf(done, start)
                                    .thenRun(() -> done.join().value++)
                                    .join());
                });
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
