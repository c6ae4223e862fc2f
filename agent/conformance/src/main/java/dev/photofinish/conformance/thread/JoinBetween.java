package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "One thread has been joined before the next one starts",
        go = {"NoRaceSynctestGoroutinesExit", "NoRaceIntRWClosures"})
@Clean
final class JoinBetween implements Program {
    int payload;
    int copy;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> copy = payload);
        Threads.concurrently(() -> payload = 1);
        Threads.concurrently(() -> payload = 2);
        Check.equal(2, payload + copy);
    }
}
