package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario("execute orders the task, a latch its end")
@Clean
final class ExecuteWithLatch implements Program {
    private final CountDownLatch ran = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            payload = 1;
            pool.execute(() -> {
                payload++;
                ran.countDown();
            });
            ran.await();
            Check.equal(2, payload);
        } finally {
            pool.shutdown();
        }
    }
}
