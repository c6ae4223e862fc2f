package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "The consumer took one producer's element and reads what the other wrote",
        go = {"RaceChanWrongSend", "RaceChanReadWriteAsync"})
@Races("other")
final class WrongProducer implements Program {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Marker first = new Marker();
    private final Marker second = new Marker();
    int one;
    int other;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    one = 1;
                    queue.put("one");
                    first.reach();
                },
                () -> {
                    first.await();
                    other = 1;
                    queue.put("other");
                    second.reach();
                },
                () -> {
                    second.await();
                    Check.equal("one", queue.take());
                    one++;
                    other++;
                });
    }
}
