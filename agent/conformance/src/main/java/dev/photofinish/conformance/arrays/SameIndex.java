package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Two threads write the same element",
        go = {"RaceSliceRW", "RaceSliceWW", "RaceArrayWW"},
        needs = "accesses of array elements: issue 3")
@Races("values[]")
final class SameIndex implements Program {
    private final int[] values = new int[4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[1] = 1, () -> values[1]++);
    }
}
