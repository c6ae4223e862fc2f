package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.LinkedTransferQueue;

@Scenario("transfer to take through a LinkedTransferQueue")
@Clean
final class TransferHandOff implements Program {
    private final LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    queue.transfer("go");
                },
                () -> {
                    Check.equal("go", queue.take());
                    payload++;
                });
        Check.equal(2, payload);
    }
}
