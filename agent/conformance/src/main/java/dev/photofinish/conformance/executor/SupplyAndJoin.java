package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CompletableFuture;

@Scenario("supplyAsync and join")
@Clean
final class SupplyAndJoin implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 1;
        CompletableFuture<Integer> supplied = CompletableFuture.supplyAsync(() -> ++payload);
        Check.equal(2, supplied.join());
        payload++;
        Check.equal(3, payload);
    }
}
