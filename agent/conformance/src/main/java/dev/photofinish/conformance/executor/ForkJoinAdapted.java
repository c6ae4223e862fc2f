package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;

@Scenario("Runnables and callables in a fork/join pool, one by one, all and any")
@Clean
final class ForkJoinAdapted implements Program {
    private final ForkJoinPool pool = new ForkJoinPool(2);
    int payload;

    @Override
    public void run() throws Exception {
        try {
            payload = 1;
            pool.submit(() -> payload++).get();
            payload++;
            pool.submit((Callable<Integer>) () -> payload++).join();
            payload++;
            ForkJoinTask.adapt(() -> payload++).fork().join();
            payload++;
            List<Callable<Integer>> one = List.of(() -> payload++);
            for (Future<Integer> future : pool.invokeAll(one)) {
                future.get();
            }
            payload++;
            pool.invokeAny(one);
            payload++;
            Check.equal(11, payload);
        } finally {
            pool.shutdown();
        }
    }
}
