package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A volatile reference to an array does not make its elements volatile (jcstress ArrayVolatility)",
        needs = "accesses of array elements: issue 3")
@Races("values[]")
final class VolatileReferenceToArray implements Program {
    volatile int[] values = new int[1];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> values[0] = 1, () -> values[0] = 2);
    }
}
