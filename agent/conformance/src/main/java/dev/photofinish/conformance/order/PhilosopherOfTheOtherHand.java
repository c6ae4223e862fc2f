package dev.photofinish.conformance.order;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Turns;
import java.util.Arrays;

@Scenario("five philosophers, of whom one takes the right fork first")
@Clean
final class PhilosopherOfTheOtherHand implements Program {
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
        int left = seat;
        int right = (seat + 1) % SEATS;
        pickUp(forks[Math.min(left, right)], forks[Math.max(left, right)]);
    }

    private void pickUp(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                Thread.onSpinWait();
            }
        }
    }
}
