package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(
        value = "A queue is measured while another thread puts and takes: the queue itself has no race",
        go = {"NoRaceChanCloseLen", "NoRaceChanCloseCap"})
@Clean
final class MeasuredWhileUsed implements Program {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    queue.put("one");
                    queue.put("two");
                    Check.equal("one", queue.take());
                },
                () -> Check.that(queue.size() + queue.remainingCapacity() <= 4, "a size"));
    }
}
