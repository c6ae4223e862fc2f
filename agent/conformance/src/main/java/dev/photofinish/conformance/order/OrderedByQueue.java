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
    private final BlockingQueue<String> there = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> back = new LinkedBlockingQueue<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::first, this::second);
    }

    private void first() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            nest(left, right);
            there.put("go");
            Check.equal("on", back.take());
        }
    }

    private void second() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            Check.equal("go", there.take());
            nest(right, left);
            back.put("on");
        }
    }

    private static void nest(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                Thread.onSpinWait();
            }
        }
    }
}
