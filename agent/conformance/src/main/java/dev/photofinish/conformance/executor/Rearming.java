package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

@Scenario(
        value = "A task schedules itself again",
        go = {"NoRaceAfterFunc1", "NoRaceAfterFuncReset", "NoRaceTimerReset"})
@Clean
final class Rearming implements Program {
    private final CountDownLatch ran = new CountDownLatch(1);
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    int ticks;

    @Override
    public void run() throws Exception {
        try {
            pool.execute(this::tick);
            ran.await();
            Check.equal(5, ticks);
        } finally {
            pool.shutdown();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the end is told by the latch
    private void tick() {
        ticks++;
        if (ticks == 5) {
            ran.countDown();
        } else {
            pool.schedule(this::tick, 1, TimeUnit.MILLISECONDS);
        }
    }
}
