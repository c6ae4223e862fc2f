package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(value = "The value put into a queue is assigned from that queue", go = "NoRaceChanReadWriteAsync")
@Clean
final class SameQueue implements Program {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>(10);
    String value = "value";

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> queue.put(value), () -> value = queue.take());
        Check.equal("value", value);
    }
}
