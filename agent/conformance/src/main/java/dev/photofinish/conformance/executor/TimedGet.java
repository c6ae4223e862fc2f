package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

@Scenario("A timed get in time orders like get")
@Clean
final class TimedGet implements Program {
    int result;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            pool.submit(() -> result = 1).get(60, TimeUnit.SECONDS);
            result++;
            Check.equal(2, result);
        } finally {
            pool.shutdown();
        }
    }
}
