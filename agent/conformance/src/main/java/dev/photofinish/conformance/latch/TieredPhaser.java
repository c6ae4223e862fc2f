package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Phaser;

@Scenario("Parties of different phasers of one tree come together")
@Clean
final class TieredPhaser implements Program {
    private final Phaser root = new Phaser();
    private final Phaser left = new Phaser(root, 1);
    private final Phaser right = new Phaser(root, 1);
    int one;
    int two;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    one = 1;
                    left.arriveAndAwaitAdvance();
                    Check.equal(2, two);
                    left.arriveAndAwaitAdvance();
                    one = 3;
                },
                () -> {
                    two = 2;
                    right.arriveAndAwaitAdvance();
                    Check.equal(1, one);
                    right.arriveAndAwaitAdvance();
                    two = 4;
                });
    }
}
