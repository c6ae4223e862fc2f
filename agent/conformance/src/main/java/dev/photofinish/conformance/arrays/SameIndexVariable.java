package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Arrays;

@Scenario(
        value = "Two threads read the index variable and different things by it",
        go = {"NoRaceSliceIndexAccess", "NoRaceSliceIndexAccess2", "NoRaceSliceRangeAppend", "NoRacePlus"})
@Clean
final class SameIndexVariable implements Program {
    private final int[] values = new int[4];
    int index = 2;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> Check.equal(4, index + index),
                () -> Check.equal(0, values[index] + index - 2),
                () -> Check.equal(5, Arrays.copyOf(values, values.length + 1).length));
    }
}
