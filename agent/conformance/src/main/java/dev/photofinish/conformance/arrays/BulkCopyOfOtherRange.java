package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "arraycopy of another range",
        go = {"NoRaceSliceWriteCopy", "NoRaceSliceCopyRead"})
@Clean
final class BulkCopyOfOtherRange implements Program {
    private final int[] values = new int[4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[3] = 1, () -> System.arraycopy(values, 0, new int[4], 0, 2));
    }
}
