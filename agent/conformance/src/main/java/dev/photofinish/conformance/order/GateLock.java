package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("a gate lock is held around both orders")
@Clean
final class GateLock implements Program {
    private final Object gate = new Object();
    private final Object left = new Object();
    private final Object right = new Object();
    private final Turns turns = new Turns();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> nest(0, left, right), () -> nest(1, right, left));
    }

    private void nest(int turn, Object outer, Object inner) {
        turns.await(turn);
        synchronized (gate) {
            synchronized (outer) {
                synchronized (inner) {
                    turns.end();
                }
            }
        }
    }
}
