package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "The argument is read before the call",
        go = {"RaceFuncArgument", "RaceFuncArgument2", "RaceFuncCall", "RaceMethodCall", "RaceInterCall"})
@Races("argument")
final class AsArgument implements Program {
    int argument;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> argument = 1, () -> Check.that(Math.abs(argument) <= 1, "an argument"));
    }
}
