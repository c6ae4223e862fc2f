package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingDeque;

@Scenario("Both ends of a LinkedBlockingDeque and of a ConcurrentLinkedDeque")
@Clean
final class DequeHandOff implements Program {
    private final BlockingDeque<String> there = new LinkedBlockingDeque<>();
    private final ConcurrentLinkedDeque<String> back = new ConcurrentLinkedDeque<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    there.putFirst("go");
                    while (back.pollLast() == null) {
                        Thread.onSpinWait();
                    }
                    payload++;
                },
                () -> {
                    Check.equal("go", there.takeLast());
                    payload++;
                    back.addFirst("back");
                });
        Check.equal(3, payload);
    }
}
