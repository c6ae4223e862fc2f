package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Scenario(
        value = "A poll that found nothing orders nothing, even after the element was taken by another",
        go = "RaceSelect5")
@Races("payload")
final class PollFoundNothing implements Program {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Marker put = new Marker();
    private final Marker taken = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    payload = 1;
                    queue.put("go");
                    put.reach();
                },
                () -> {
                    put.await();
                    Check.equal("go", queue.take());
                    taken.reach();
                },
                () -> {
                    taken.await();
                    Check.equal(null, queue.poll());
                    Check.equal(null, queue.poll(1, TimeUnit.MILLISECONDS));
                    payload = 2;
                });
    }
}
