package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Both finally blocks write",
        go = {"RaceDeferArg", "RaceDeferArg2"})
@Races("ended")
final class InFinally implements Program {
    private int started; // guarded by this
    int ended;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::work, this::work);
        Check.equal(2, started);
    }

    private void work() {
        try {
            synchronized (this) {
                started++;
            }
        } finally {
            ended = 1;
        }
    }
}
