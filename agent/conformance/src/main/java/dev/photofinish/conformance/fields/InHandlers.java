package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Both exception handlers write",
        go = {"RacePanic", "RacePanicArg"})
@Races("failures")
final class InHandlers implements Program {
    int failures;

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::fail, this::fail);
    }

    private void fail() {
        try {
            Check.that(Integer.parseInt("none") == 0, "an exception");
        } catch (NumberFormatException expected) {
            failures++;
        }
    }
}
