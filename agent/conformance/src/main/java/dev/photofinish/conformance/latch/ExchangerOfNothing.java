package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Exchanger;

@Scenario("null is exchanged like any other element")
@Clean
final class ExchangerOfNothing implements Program {
    private final Exchanger<String> exchanger = new Exchanger<>();
    int left;
    int right;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left = 1;
                    Check.equal(null, exchanger.exchange(null));
                    Check.equal(2, right);
                },
                () -> {
                    right = 2;
                    Check.equal(null, exchanger.exchange(null));
                    Check.equal(1, left);
                });
    }
}
