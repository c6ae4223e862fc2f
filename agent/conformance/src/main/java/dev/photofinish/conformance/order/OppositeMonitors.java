package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("two threads nest two monitors in opposite orders")
@Clean
@Deadlock(locks = 2)
final class OppositeMonitors implements Program {
    private final Object left = new Object();
    private final Object right = new Object();
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> turns.each(0, () -> nest(left, right)), () -> turns.each(1, () -> nest(right, left)));
    }

    private void nest(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                Thread.onSpinWait();
            }
        }
    }
}
