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
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> turns.each(0, this::waitInside), () -> turns.each(1, this::nest));
    }

    @SuppressWarnings("WaitNotInLoop") // what it waits for never comes
    private void waitInside() throws InterruptedException {
        synchronized (outer) {
            synchronized (inner) {
                outer.wait(1);
            }
        }
    }

    private void nest() {
        synchronized (outer) {
            synchronized (inner) {
                Thread.onSpinWait();
            }
        }
    }
}
