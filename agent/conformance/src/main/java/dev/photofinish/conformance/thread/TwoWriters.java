package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads write the same field", go = "RaceIntRWGlobalFuncs")
@Races("payload")
final class TwoWriters implements Program {
    static int payload;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> payload = 1, () -> payload = 2);
    }
}
