package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A thread that has ended is not ordered before one that never joined it",
        go = "RaceSynctestGoroutinesExit")
@Races("result")
final class ExitOrdersNothing implements Program {
    int result;

    @Override
    public void run() throws Exception {
        Thread first = Threads.start(() -> result = 1);
        Thread second = Threads.start(() -> {
            Threads.awaitState(first, Thread.State.TERMINATED);
            result = 2;
        });
        Threads.join(second);
        Threads.join(first);
    }
}
