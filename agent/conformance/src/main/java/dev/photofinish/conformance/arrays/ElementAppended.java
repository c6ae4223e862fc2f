package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads append at the same place", go = "RacePointerSliceAppend")
@Races("values[]")
final class ElementAppended implements Program {
    private final String[] values = new String[20];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[10] = "a", () -> values[10] = "b");
    }
}
