package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "The field that holds the queue is replaced",
        go = {"RaceChanItselfSend", "RaceChanItselfRecv", "RaceChanItselfNil"})
@Races("queue")
final class QueueReplaced implements Program {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> queue = new LinkedBlockingQueue<>(), () -> queue.put("go"));
    }
}
