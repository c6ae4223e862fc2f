package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "put to take of the element through a LinkedBlockingQueue",
        go = {"NoRaceChanAsync", "NoRaceSelect1", "NoRaceSelect3"})
@Clean
final class LinkedHandOff implements Program {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    queue.put("go");
                },
                () -> {
                    Check.equal("go", queue.take());
                    payload++;
                });
        Check.equal(2, payload);
    }
}
