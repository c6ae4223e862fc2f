package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "A loop over the elements reads what another thread writes", go = "RaceSliceRangeWrite")
@Races("values[]")
final class RangeWhileWritten implements Program {
    private final int[] values = new int[10];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[3] = 3, () -> {
            int sum = 0;
            for (int value : values) {
                sum += value;
            }
            Check.that(sum <= 3, "a sum");
        });
    }
}
