package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

@Scenario("awaitTermination that returned true comes after all tasks")
@Clean
final class AwaitTermination implements Program {
    int one;
    int other;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.execute(() -> one = 1);
        pool.execute(() -> other = 1);
        pool.shutdown();
        Check.equal(true, pool.awaitTermination(60, TimeUnit.SECONDS));
        Check.equal(2, one + other);
    }
}
