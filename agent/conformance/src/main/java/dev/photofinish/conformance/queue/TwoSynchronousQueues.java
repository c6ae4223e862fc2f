package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

@Scenario(
        value = "The value put into one queue is assigned from another",
        go = {"RaceSelectReadWriteSync", "RaceChanReadWriteSync"})
@Races("value")
final class TwoSynchronousQueues implements Program {
    private final BlockingQueue<String> sent = new SynchronousQueue<>();
    private final BlockingQueue<String> received = new SynchronousQueue<>();
    String value = "";

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> sent.put(value),
                () -> value = received.take(),
                () -> Check.that(sent.take().length() <= 3, "a value"),
                () -> received.put("new"));
    }
}
