package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

@Scenario(
        value = "schedule orders the delayed task, get its result",
        go = {"NoRaceAfterFunc2", "NoRaceAfterFunc3"})
@Clean
final class ScheduledOnce implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
        try {
            payload = 1;
            pool.schedule(() -> payload++, 1, TimeUnit.MILLISECONDS).get();
            payload++;
            pool.schedule(() -> payload++, 0, TimeUnit.MILLISECONDS).get();
            Check.equal(4, payload);
        } finally {
            pool.shutdown();
        }
    }
}
