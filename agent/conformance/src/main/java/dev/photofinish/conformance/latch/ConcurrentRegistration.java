package dev.photofinish.conformance.latch;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;

@Scenario(value = "Parties of a Phaser that register concurrently", go = "NoRaceWaitGroupConcurrentAdd")
@Clean
final class ConcurrentRegistration implements Program {
    private final Phaser phaser = new Phaser(1);
    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    int one;
    int two;
    int three;

    @Override
    public void run() throws Exception {
        Thread first = party(() -> one = 1);
        Thread second = party(() -> two = 2);
        Thread third = party(() -> three = 3);
        for (int i = 0; i < 3; i++) {
            registered.take();
        }
        phaser.arriveAndAwaitAdvance();
        Check.equal(6, one + two + three);
        Threads.join(first);
        Threads.join(second);
        Threads.join(third);
    }

    private Thread party(Step work) {
        return Threads.start(() -> {
            phaser.register();
            registered.put("registered");
            work.run();
            phaser.arriveAndDeregister();
        });
    }
}
