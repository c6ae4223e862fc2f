package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("who waits takes the monitor again while it still holds the lock inside")
@Clean
@Deadlock(locks = 2)
final class WaitWithAnotherLock implements Program {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private final Turns turns = new Turns();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::waitInside, this::nest);
    }

    @SuppressWarnings("WaitNotInLoop") // what it waits for never comes
    private void waitInside() throws InterruptedException {
        turns.await(0);
        synchronized (outer) {
            synchronized (inner) {
                outer.wait(1);
            }
        }
        turns.end();
    }

    private void nest() {
        turns.await(1);
        synchronized (outer) {
            synchronized (inner) {
                turns.end();
            }
        }
    }
}
