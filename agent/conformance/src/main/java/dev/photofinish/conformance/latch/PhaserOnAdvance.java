package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Phaser;

@Scenario("onAdvance comes after every arrival and before what follows the advance")
@Clean
final class PhaserOnAdvance implements Program {
    int left;
    int right;
    int sum;

    @Override
    public void run() throws Exception {
        Phaser phaser = new Phaser(2) {
            @Override
            protected boolean onAdvance(int phase, int parties) {
                sum = left + right;
                return false;
            }
        };
        Threads.concurrently(
                () -> {
                    left = 1;
                    phaser.arriveAndAwaitAdvance();
                    Check.equal(3, sum);
                },
                () -> {
                    right = 2;
                    phaser.arriveAndAwaitAdvance();
                    Check.equal(3, sum);
                });
    }
}
