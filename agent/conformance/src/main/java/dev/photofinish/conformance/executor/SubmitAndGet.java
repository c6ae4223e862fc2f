package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario(
        value = "submit orders the task, Future.get orders its result",
        go = "NoRaceProducerConsumerUnbuffered",
        alone = true)
@Clean
final class SubmitAndGet implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            payload = 1;
            Future<?> done = pool.submit(() -> payload++);
            done.get();
            payload++;
            pool.submit(() -> payload++).get();
            Check.equal(4, payload);
        } finally {
            pool.shutdown();
        }
    }
}
