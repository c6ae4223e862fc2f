package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Two threads write different elements",
        go = {"NoRaceSliceRW", "NoRaceArrayWW", "NoRaceSliceWriteLen"})
@Clean
final class OtherIndex implements Program {
    private final int[] values = new int[4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[1] = 1, () -> values[2] = values.length);
        Check.equal(5, values[1] + values[2]);
    }
}
