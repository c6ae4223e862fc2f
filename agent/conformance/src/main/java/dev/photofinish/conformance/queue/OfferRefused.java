package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(
        value = "An offer that is refused orders nothing",
        go = {"RaceChanSendSend", "RaceSelect4"})
@Races("payload")
final class OfferRefused implements Program {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
    private final Marker refused = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        queue.put("full");
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.equal(false, queue.offer("refused"));
                    refused.reach();
                },
                () -> {
                    refused.await();
                    Check.equal("full", queue.take());
                    payload = 2;
                });
    }
}
