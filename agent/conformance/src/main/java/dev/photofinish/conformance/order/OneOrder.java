package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("two threads nest two monitors in the same order")
@Clean
final class OneOrder implements Program {
    private final Object left = new Object();
    private final Object right = new Object();
    private final Turns turns = new Turns();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> nest(0, left, right), () -> nest(1, left, right));
    }

    private void nest(int turn, Object outer, Object inner) {
        turns.await(turn);
        synchronized (outer) {
            synchronized (inner) {
                turns.end();
            }
        }
    }
}
