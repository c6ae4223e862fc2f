package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

@Scenario(value = "Two threads hand over first and write the same field afterwards", go = "RaceSelect1")
@Races("payload")
final class TwoSendersWriteAfterwards implements Program {
    private final BlockingQueue<String> queue = new SynchronousQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Step sender = () -> {
            queue.put("go");
            payload = 1;
        };
        Threads.concurrently(sender, sender, () -> {
            queue.take();
            queue.take();
        });
    }
}
