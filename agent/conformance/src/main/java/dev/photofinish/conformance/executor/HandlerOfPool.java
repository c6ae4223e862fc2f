package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

@Scenario("The handler of rejected tasks is set by one thread and called in another")
@Clean
final class HandlerOfPool implements Program {
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private final Marker set = new Marker();
    private final Refusals refusals = new Refusals();

    @Override
    public void run() throws Exception {
        pool.shutdown();
        Threads.concurrently(
                () -> {
                    refusals.count = 1;
                    pool.setRejectedExecutionHandler(refusals);
                    set.reach();
                },
                () -> {
                    set.await();
                    pool.execute(() -> {});
                });
        Check.equal(2, refusals.count);
    }

    private static final class Refusals implements RejectedExecutionHandler {
        int count;

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor executor) {
            count++;
        }
    }
}
