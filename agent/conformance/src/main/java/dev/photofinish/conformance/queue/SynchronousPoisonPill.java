package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

@Scenario(
        value = "A poison pill through a SynchronousQueue publishes what came before it",
        go = {"NoRaceChanSyncCloseRecv2", "NoRaceChanSyncCloseRecv3"})
@Clean
final class SynchronousPoisonPill implements Program {
    private static final String END = "end";
    private final BlockingQueue<String> queue = new SynchronousQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
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
