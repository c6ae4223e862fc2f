package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Deadlock;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;
import java.util.Arrays;

@Scenario("five philosophers, each with the fork on the left first")
@Clean
@Deadlock(locks = 5)
final class Philosophers implements Program {
    private static final int SEATS = 5;

    private final Object[] forks = new Object[SEATS];
    private final Turns turns = new Turns(SEATS);

    @Override
    public void run() throws Exception {
        Arrays.setAll(forks, seat -> new Object());
        Step[] philosophers = new Step[SEATS];
        for (int i = 0; i < SEATS; i++) {
            int seat = i;
            philosophers[seat] = () -> turns.each(seat, () -> eat(seat));
        }
        Threads.concurrently(philosophers);
    }

    private void eat(int seat) {
        pickUp(forks[seat], forks[(seat + 1) % SEATS]);
    }

    private void pickUp(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                Thread.onSpinWait();
            }
        }
    }
}
