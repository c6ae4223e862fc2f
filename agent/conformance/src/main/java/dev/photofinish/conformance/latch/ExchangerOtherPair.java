package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Exchanger;

@Scenario("Another pair at the same exchanger orders nothing")
@Races("payload")
final class ExchangerOtherPair implements Program {
    private final Exchanger<String> exchanger = new Exchanger<>();
    private final Marker first = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal("b", exchanger.exchange("a"));
                    first.reach();
                },
                () -> Check.equal("a", exchanger.exchange("b")),
                () -> {
                    first.await();
                    Check.equal("d", exchanger.exchange("c"));
                    payload = 2;
                },
                () -> {
                    first.await();
                    Check.equal("c", exchanger.exchange("d"));
                });
    }
}
