package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(
        value = "The field that holds a queue or a resource is replaced while another thread uses it",
        go = {"RaceChanItselfLen", "RaceChanItselfCap", "RaceChanItselfClose"})
@Races({"measured", "filled", "closed"})
final class QueueFieldsReplaced implements Program {
    BlockingQueue<String> measured = new ArrayBlockingQueue<>(1);
    BlockingQueue<String> filled = new ArrayBlockingQueue<>(1);
    Resource closed = new Resource();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    measured = new ArrayBlockingQueue<>(2);
                    filled = new ArrayBlockingQueue<>(2);
                    closed = new Resource();
                },
                () -> {
                    Check.equal(0, measured.size());
                    Check.that(filled.remainingCapacity() <= 2, "a capacity");
                    closed.close();
                });
    }

    static final class Resource implements AutoCloseable {
        @Override
        public void close() {
            Thread.onSpinWait();
        }
    }
}
