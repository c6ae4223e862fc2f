package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

@Scenario(value = "A periodic task is cancelled before its first run and scheduled anew", go = "NoRaceTickerReset")
@Clean
final class Rescheduled implements Program {
    private final CountDownLatch ran = new CountDownLatch(2);
    int limit;
    int seen;

    @Override
    public void run() throws Exception {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        limit = 1;
        executor.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.HOURS).cancel(false);
        limit = 2;
        Future<?> ticks = executor.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.MILLISECONDS);
        ran.await();
        ticks.cancel(false);
        executor.shutdown();
        Check.that(executor.awaitTermination(1, TimeUnit.MINUTES), "the end of the executor");
        Check.that(seen >= 2 * limit, "two runs");
    }

    private void tick() {
        seen += limit;
        ran.countDown();
    }
}
