package dev.photofinish.conformance.volatiles;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Dekker's mutual exclusion with volatiles")
@Clean
final class Dekker implements Program {
    private static final int ROUNDS = 100;
    volatile boolean oneWants;
    volatile boolean otherWants;
    volatile boolean turnOfOther;
    int counted;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::one, this::other);
        Check.equal(2 * ROUNDS, counted);
    }

    private void one() {
        for (int i = 0; i < ROUNDS; i++) {
            oneWants = true;
            while (otherWants) {
                if (turnOfOther) {
                    oneWants = false;
                    while (turnOfOther) {
                        Thread.onSpinWait();
                    }
                    oneWants = true;
                }
            }
            counted++;
            turnOfOther = true;
            oneWants = false;
        }
    }

    private void other() {
        for (int i = 0; i < ROUNDS; i++) {
            otherWants = true;
            while (oneWants) {
                if (!turnOfOther) {
                    otherWants = false;
                    while (!turnOfOther) {
                        Thread.onSpinWait();
                    }
                    otherWants = true;
                }
            }
            counted++;
            turnOfOther = false;
            otherWants = false;
        }
    }
}
