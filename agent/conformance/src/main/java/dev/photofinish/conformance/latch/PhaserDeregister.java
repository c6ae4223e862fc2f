package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Phaser;

@Scenario("Workers that deregister are done before the one that waits goes on")
@Clean
final class PhaserDeregister implements Program {
    private final Phaser phaser = new Phaser(1);
    int left;
    int right;

    @Override
    public void run() throws Exception {
        phaser.bulkRegister(2);
        Thread one = Threads.start(() -> {
            left = 1;
            phaser.arriveAndDeregister();
        });
        Thread two = Threads.start(() -> {
            right = 2;
            phaser.arriveAndDeregister();
        });
        phaser.arriveAndAwaitAdvance();
        Check.equal(3, left + right);
        Threads.join(one);
        Threads.join(two);
    }
}
