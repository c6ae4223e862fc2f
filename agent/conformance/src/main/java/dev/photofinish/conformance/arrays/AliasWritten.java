package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "One thread writes through an alias of the array", go = "RaceSliceDifferent")
@Races("values[]")
final class AliasWritten implements Program {
    private final int[] values = new int[10];
    private final int[] alias = values;

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[3] = 3, () -> write(values));
        Check.equal(4, alias.length - 6);
    }

    private static void write(int[] same) {
        same[3] = 3;
    }
}
