package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "An argument passed by value is a variable of the callee's own",
        go = {"NoRaceFuncArgsRW", "NoRaceMethodValue"})
@Clean
final class ByValue implements Program {
    int argument = 1;

    @Override
    public void run() throws Exception {
        int copy = argument;
        Threads.concurrently(() -> Check.equal(2, next(copy)), () -> argument = 5);
    }

    private static int next(int value) {
        return value + 1;
    }
}
