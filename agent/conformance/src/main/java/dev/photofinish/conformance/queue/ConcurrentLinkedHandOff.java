package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

@Scenario("add to poll of the element through a ConcurrentLinkedQueue")
@Clean
final class ConcurrentLinkedHandOff implements Program {
    private final Queue<String> queue = new ConcurrentLinkedQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    queue.add("go");
                },
                () -> {
                    while (queue.poll() == null) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
        Check.equal(2, payload);
    }
}
