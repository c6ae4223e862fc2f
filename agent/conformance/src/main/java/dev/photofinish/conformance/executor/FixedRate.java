package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

@Scenario(value = "Each run of a periodic task comes after the run before, in whichever thread", go = "NoRaceTicker")
@Clean
final class FixedRate implements Program {
    private final CountDownLatch ran = new CountDownLatch(20);
    int ticks;

    @Override
    public void run() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(3);
        try {
            ScheduledFuture<?> ticker = pool.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.MILLISECONDS);
            ran.await();
            Check.that(ticks >= 20, "20 ticks");
            ticker.cancel(false);
        } finally {
            pool.shutdown();
        }
    }

    private void tick() {
        if (ran.getCount() > 0) {
            ticks++;
            ran.countDown();
        }
    }
}
