package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Compound assignments and increments in every form",
        go = {"RaceForIncr", "RaceIntRWGlobalFuncs"})
@Races({"added", "shifted", "incremented", "concatenated"})
final class CompoundAssignment implements Program {
    int added;
    long shifted = 1;
    static short incremented;
    String concatenated = "";

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::work, this::work);
    }

    private void work() {
        added += 2;
        shifted <<= 1;
        incremented++;
        concatenated += "a";
    }
}
