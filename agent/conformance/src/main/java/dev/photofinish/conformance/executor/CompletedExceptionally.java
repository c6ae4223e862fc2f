package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.CompletableFuture;

@Scenario("completeExceptionally orders whoever handles the failure")
@Clean
final class CompletedExceptionally implements Program {
    private final CompletableFuture<String> promise = new CompletableFuture<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    promise.completeExceptionally(new IllegalStateException("on purpose"));
                },
                () -> {
                    String handled =
                            promise.exceptionally(Throwable::getMessage).join();
                    Check.equal("on purpose", handled);
                    payload++;
                });
        Check.equal(2, payload);
    }
}
