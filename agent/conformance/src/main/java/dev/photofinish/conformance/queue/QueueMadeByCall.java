package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(value = "A value is taken from a queue that the same expression made", go = "NoRaceRpcChan")
@Clean
final class QueueMadeByCall implements Program {
    int made;

    @Override
    public void run() throws Exception {
        Check.equal("reply", queue().take());
        Check.equal(1, made);
    }

    private BlockingQueue<String> queue() {
        made++;
        return new ArrayBlockingQueue<>(1, false, List.of("reply"));
    }
}
