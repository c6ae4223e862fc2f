package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

@Scenario("The hook that a pool calls when it has ended comes after its tasks")
@Clean
final class TerminatedHook implements Program {
    int left;
    int right;
    int sum;

    @Override
    public void run() throws Exception {
        ExecutorService pool = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void terminated() {
                sum = left + right;
            }
        };
        pool.execute(() -> left = 1);
        pool.execute(() -> right = 2);
        pool.shutdown();
        Check.equal(true, pool.awaitTermination(1, TimeUnit.MINUTES));
        Check.equal(3, sum);
    }
}
