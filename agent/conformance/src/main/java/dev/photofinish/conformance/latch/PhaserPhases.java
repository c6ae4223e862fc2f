package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Phaser;

@Scenario(value = "A Phaser separates phases", go = "NoRaceWaitGroupReuse")
@Clean
final class PhaserPhases implements Program {
    private final Phaser phaser = new Phaser(2);
    int left;
    int right;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left = 1;
                    phaser.arriveAndAwaitAdvance();
                    left += right;
                },
                () -> {
                    right = 1;
                    phaser.arriveAndAwaitAdvance();
                    Check.equal(1, right);
                });
        Check.equal(2, left);
    }
}
