package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "The field that holds the array is replaced",
        go = {"RaceSliceVarWrite", "RaceSliceVarRead", "RaceSliceWriteSlice"})
@Races("values")
final class ArrayReplaced implements Program {
    int[] values = new int[1];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values = new int[2], () -> Check.that(values.length <= 2, "a length"));
    }
}
