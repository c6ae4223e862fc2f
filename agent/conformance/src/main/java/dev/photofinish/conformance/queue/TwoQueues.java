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
        value = "Put into one queue, taken from another",
        go = {"RaceChanWrongClose", "RaceSelectReadWriteAsync"})
@Races("payload")
final class TwoQueues implements Program {
    private final BlockingQueue<String> one = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> other = new LinkedBlockingQueue<>();
    private final Marker put = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        other.put("go");
        Threads.concurrently(
                () -> {
                    payload = 1;
                    one.put("go");
                    put.reach();
                },
                () -> {
                    put.await();
                    Check.equal("go", other.take());
                    payload = 2;
                });
    }
}
