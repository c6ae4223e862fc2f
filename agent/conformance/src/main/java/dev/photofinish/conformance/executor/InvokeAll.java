package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario(
        value = "invokeAll: the tasks see the submitter, the submitter sees the tasks",
        go = {"NoRaceWaitGroup", "NoRaceWaitGroup2"})
@Clean
final class InvokeAll implements Program {
    int settings;
    int one;
    int other;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            settings = 7;
            List<Callable<Integer>> tasks = List.of(() -> one = settings, () -> other = settings);
            for (Future<Integer> done : pool.invokeAll(tasks)) {
                Check.equal(7, done.get());
            }
            Check.equal(14, one + other);
        } finally {
            pool.shutdown();
        }
    }
}
