package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(value = "Space that a take frees in a bounded queue orders nothing for the next put, by the specification")
@Races("payload")
final class FreedSpace implements Program {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    int payload;

    @Override
    public void run() throws Exception {
        queue.put("first");
        Thread putter = Threads.start(() -> {
            queue.put("second");
            payload = 2;
        });
        Threads.awaitState(putter, Thread.State.WAITING);
        Threads.concurrently(() -> {
            payload = 1;
            Check.equal("first", queue.take());
        });
        Threads.join(putter);
    }
}
