package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "arraycopy reads what another thread writes",
        go = {"RaceSliceCopyRead", "RaceSliceCopyWrite2", "RaceSliceCopyWrite3"},
        needs = "accesses of array elements: issue 3")
@Races("values[]")
final class BulkCopy implements Program {
    private final int[] values = new int[4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[1] = 1, () -> System.arraycopy(values, 0, new int[4], 0, 4));
    }
}
