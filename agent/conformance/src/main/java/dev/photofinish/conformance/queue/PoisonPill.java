package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "A poison pill ends the consumer and publishes what came before it",
        go = {"NoRaceChanAsyncCloseRecv", "NoRaceChanAsyncCloseRecv2", "NoRaceChanAsyncCloseRecv3"})
@Clean
final class PoisonPill implements Program {
    private static final String END = "end";
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    queue.put("work");
                    payload = 1;
                    queue.put(END);
                },
                () -> {
                    while (!END.equals(queue.take())) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
