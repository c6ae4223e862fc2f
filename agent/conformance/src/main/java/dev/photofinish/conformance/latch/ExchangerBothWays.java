package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Exchanger;

@Scenario(
        value = "An Exchanger orders both ways",
        go = {"NoRaceChanSync", "NoRaceChanSyncRev"})
@Clean
final class ExchangerBothWays implements Program {
    private final Exchanger<String> exchanger = new Exchanger<>();
    int left;
    int right;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left = 1;
                    Check.equal("right", exchanger.exchange("left"));
                    right++;
                },
                () -> {
                    right = 1;
                    Check.equal("left", exchanger.exchange("right"));
                    left++;
                });
        Check.equal(4, left + right);
    }
}
