package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "take of the element orders nothing for who put it",
        go = {"RaceChanAsyncRev", "RaceSelect3"})
@Races("payload")
final class TakerDoesNotOrderPutter implements Program {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>(10);
    int payload;

    @Override
    public void run() throws Exception {
        Thread taker = Threads.start(() -> {
            payload = 1;
            Check.equal("go", queue.take());
        });
        Threads.awaitState(taker, Thread.State.WAITING);
        Threads.concurrently(() -> {
            queue.put("go");
            payload = 2;
        });
        Threads.join(taker);
    }
}
