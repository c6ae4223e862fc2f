package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario("what the first thread hands over makes the second one begin")
@Clean
final class OrderedByQueue implements Program {
    private final Object left = new Object();
    private final Object right = new Object();
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    nest(left, right);
                    queue.put("go");
                },
                () -> {
                    Check.equal("go", queue.take());
                    nest(right, left);
                });
    }

    private static void nest(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                Thread.onSpinWait();
            }
        }
    }
}
