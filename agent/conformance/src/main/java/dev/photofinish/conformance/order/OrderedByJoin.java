package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("the second thread is started when the first has ended")
@Clean
final class OrderedByJoin implements Program {
    private final Object left = new Object();
    private final Object right = new Object();

    @Override
    public void run() throws Exception {
        for (int round = 0; round < 2; round++) {
            Threads.concurrently(() -> nest(left, right));
            Threads.concurrently(() -> nest(right, left));
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
