package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario("isDone is no synchronization by the specification")
@Races("result")
final class IsDonePolled implements Program {
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> done = pool.submit(() -> {
                result = 1;
            });
            while (!done.isDone()) {
                Thread.sleep(1);
            }
            result++;
        } finally {
            pool.shutdown();
        }
    }
}
