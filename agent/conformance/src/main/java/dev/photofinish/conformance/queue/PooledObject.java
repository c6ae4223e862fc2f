package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

@Scenario(value = "A pool's object is used by one borrower after the other", go = "NoRacePool")
@Clean
final class PooledObject implements Program {
    private final BlockingQueue<Buffer> pool = new ArrayBlockingQueue<>(1);

    @Override
    public void run() throws Exception {
        Buffer buffer = new Buffer();
        pool.put(buffer);
        Threads.concurrently(this::use, this::use, this::use);
        Check.equal(30, buffer.position);
    }

    private void use() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            Buffer borrowed = pool.take();
            borrowed.position++;
            pool.put(borrowed);
        }
    }

    static final class Buffer {
        int position;
    }
}
