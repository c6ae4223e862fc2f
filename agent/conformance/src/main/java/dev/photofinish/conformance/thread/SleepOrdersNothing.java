package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Sleeping long enough is no synchronization", go = "RaceSynctestGoroutinesSleep")
@Races("result")
final class SleepOrdersNothing implements Program {
    int result;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> result = 1, () -> {
            Thread.sleep(20);
            result = 2;
        });
    }
}
