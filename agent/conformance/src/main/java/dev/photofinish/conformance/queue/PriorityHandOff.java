package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.PriorityBlockingQueue;

@Scenario("put to take of the element through a PriorityBlockingQueue")
@Clean
final class PriorityHandOff implements Program {
    private final PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    queue.put(7);
                },
                () -> {
                    Check.equal(7, queue.take());
                    payload++;
                });
        Check.equal(2, payload);
    }
}
