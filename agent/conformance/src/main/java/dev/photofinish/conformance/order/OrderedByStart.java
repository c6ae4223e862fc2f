package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("a thread takes both locks, and then starts the one that takes them the other way")
@Clean
final class OrderedByStart implements Program {
    private final Object left = new Object();
    private final Object right = new Object();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> {
            for (int round = 0; round < 2; round++) {
                nest(left, right);
                Threads.join(Threads.start(() -> nest(right, left)));
            }
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
