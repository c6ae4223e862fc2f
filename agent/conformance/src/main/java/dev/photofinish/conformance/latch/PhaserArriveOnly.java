package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Phaser;

@Scenario(value = "arrive releases, but does not acquire")
@Races("right")
final class PhaserArriveOnly implements Program {
    private final Phaser phaser = new Phaser(2);
    private final Marker arrived = new Marker();
    int left;
    int right;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    right = 1;
                    phaser.arrive();
                    arrived.reach();
                    Check.equal(1, phaser.awaitAdvance(0));
                    left++;
                },
                () -> {
                    arrived.await();
                    left = 1;
                    phaser.arrive();
                    right++;
                });
        Check.equal(2, left);
    }
}
