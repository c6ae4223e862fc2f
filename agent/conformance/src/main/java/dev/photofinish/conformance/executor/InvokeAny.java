package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario("invokeAny orders the task whose result it returns")
@Clean
final class InvokeAny implements Program {
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            List<Callable<Integer>> tasks = List.of(() -> result = 1);
            Check.equal(1, pool.invokeAny(tasks));
            result++;
            Check.equal(2, result);
        } finally {
            pool.shutdown();
        }
    }
}
