package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(value = "A pool's object is used after it was returned", go = "RacePool")
@Races("Buffer.position")
final class UsedAfterReturn implements Program {
    private final BlockingQueue<Buffer> pool = new ArrayBlockingQueue<>(1);

    @Override
    public void run() throws Exception {
        pool.put(new Buffer());
        Threads.concurrently(this::use, this::use);
    }

    private void use() throws InterruptedException {
        Buffer borrowed = pool.take();
        pool.put(borrowed);
        borrowed.position++;
    }

    static final class Buffer {
        int position;
    }
}
