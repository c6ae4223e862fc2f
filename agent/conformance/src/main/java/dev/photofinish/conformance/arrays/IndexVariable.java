package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "The index is the variable that races",
        go = {"RaceSliceIndexAccess", "RaceSliceIndexAccess2", "RaceCompArray"})
@Races("index")
final class IndexVariable implements Program {
    private final int[] values = new int[4];
    int index;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> index = 1, () -> Check.equal(0, values[index]));
    }
}
