package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Two threads append to a StringBuilder",
        go = "RaceSliceAppendString",
        needs = "accesses of JDK types: issue 3")
@Races("java.lang.StringBuilder")
final class SharedBuilder implements Program {
    private final StringBuilder text = new StringBuilder(64);

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> text.append("a"), () -> text.append("b"));
    }
}
