package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;

@Scenario("the first of three locks is the one that the other thread takes last")
@Clean
@Deadlock(locks = 2)
final class LockBelowTheLast implements Program {
    private final Object first = new Object();
    private final Object second = new Object();
    private final Object third = new Object();
    private final Turns turns = new Turns(2);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> turns.each(0, this::three), () -> turns.each(1, this::two));
    }

    private void three() {
        synchronized (first) {
            synchronized (second) {
                synchronized (third) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private void two() {
        synchronized (third) {
            synchronized (first) {
                Thread.onSpinWait();
            }
        }
    }
}
