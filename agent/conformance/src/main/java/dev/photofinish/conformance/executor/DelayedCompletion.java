package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@Scenario("Timeouts and delays of a CompletableFuture come after their arming")
@Clean
final class DelayedCompletion implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        CompletableFuture<String> late = new CompletableFuture<String>()
                .completeOnTimeout("late", 5, TimeUnit.MILLISECONDS)
                .thenApply(text -> text + payload++);
        Check.equal("late1", late.join());
        payload++;
        Check.equal(
                3,
                CompletableFuture.supplyAsync(
                                () -> payload++, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS))
                        .join());
        Check.equal(4, payload);
    }
}
