package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

@Scenario(value = "A pool of virtual threads has ended after all of its tasks", since = 21)
@Clean
final class VirtualTermination implements Program {
    int left;
    int right;

    @Override
    public void run() throws Exception {
        ExecutorService pool = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        pool.execute(() -> left = 1);
        pool.execute(() -> right = 2);
        pool.shutdown();
        Check.equal(true, pool.awaitTermination(1, TimeUnit.MINUTES));
        Check.equal(3, left + right);
    }
}
