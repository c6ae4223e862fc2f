package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario("Two tasks that one thread runs are ordered by that thread")
@Clean
final class TasksOfOneWorker implements Program {
    int counted;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.execute(() -> counted++);
            pool.execute(() -> counted++);
            pool.submit(() -> Check.equal(2, counted)).get();
            Check.equal(2, counted);
        } finally {
            pool.shutdown();
        }
    }
}
