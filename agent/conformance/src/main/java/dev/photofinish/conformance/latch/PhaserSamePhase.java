package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Phaser;

@Scenario("Two parties of a phaser write in the same phase")
@Races("payload")
final class PhaserSamePhase implements Program {
    private final Phaser phaser = new Phaser(2);
    int payload;

    @Override
    public void run() throws Exception {
        Step work = () -> {
            phaser.arriveAndAwaitAdvance();
            payload++;
            phaser.arriveAndAwaitAdvance();
        };
        Threads.concurrently(work, work);
    }
}
