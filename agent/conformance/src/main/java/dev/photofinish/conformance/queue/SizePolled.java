package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "Polling the size orders nothing by the specification",
        go = {"RaceChanSendLen", "RaceChanRecvLen"})
@Races("payload")
final class SizePolled implements Program {
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
                    while (queue.isEmpty() || queue.size() == 0) {
                        Thread.sleep(1);
                    }
                    payload = 2;
                });
    }
}
