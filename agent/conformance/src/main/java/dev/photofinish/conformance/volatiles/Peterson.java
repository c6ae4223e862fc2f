package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Peterson's mutual exclusion with volatiles")
@Clean
final class Peterson implements Program {
    private static final int ROUNDS = 100;
    volatile boolean oneWants;
    volatile boolean otherWants;
    volatile int turn;
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::one, this::other);
        Check.equal(2 * ROUNDS, counted);
    }

    private void one() {
        for (int i = 0; i < ROUNDS; i++) {
            oneWants = true;
            turn = 2;
            while (otherWants && turn == 2) {
                Thread.onSpinWait();
            }
            counted++;
            oneWants = false;
        }
    }

    private void other() {
        for (int i = 0; i < ROUNDS; i++) {
            otherWants = true;
            turn = 1;
            while (oneWants && turn == 1) {
                Thread.onSpinWait();
            }
            counted++;
            otherWants = false;
        }
    }
}
