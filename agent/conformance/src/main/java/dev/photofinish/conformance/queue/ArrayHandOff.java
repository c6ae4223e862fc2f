package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

@Scenario(value = "offer to poll of the element through an ArrayBlockingQueue", go = "NoRaceChanAsync")
@Clean
final class ArrayHandOff implements Program {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(4);
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(true, queue.offer("go"));
                },
                () -> {
                    Check.equal("go", queue.poll(60, TimeUnit.SECONDS));
                    payload++;
                });
        Check.equal(2, payload);
    }
}
