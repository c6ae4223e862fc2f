package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("only one of the threads holds the gate lock")
@Clean
@Deadlock(locks = 2)
final class GateLockOfOne implements Program {
    private final Object gate = new Object();
    private final Object left = new Object();
    private final Object right = new Object();
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> turns.each(0, this::gated), () -> turns.each(1, this::ungated));
    }

    private void gated() {
        synchronized (gate) {
            nest(left, right);
        }
    }

    private void ungated() {
        nest(right, left);
    }

    private void nest(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                Thread.onSpinWait();
            }
        }
    }
}
