package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("one thread takes the locks in both orders")
@Clean
final class OneThread implements Program {
    private final Object left = new Object();
    private final Object right = new Object();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> {
            nest(left, left);
            nest(right, right);
        });
        Threads.concurrently(() -> {
            nest(left, right);
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
