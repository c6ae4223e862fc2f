package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario("What is written after submit is not ordered before the task")
@Races("payload")
final class WriteAfterSubmit implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Future<?> done = pool.submit(() -> {
                payload++;
            });
            payload = 1;
            done.get();
        } finally {
            pool.shutdown();
        }
    }
}
