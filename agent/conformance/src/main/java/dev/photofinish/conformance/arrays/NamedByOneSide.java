package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("One side has the array from its field, the other as an argument: one variable with the better name")
@Races("values[]")
final class NamedByOneSide implements Program {
    private final int[] values = new int[1];

    @Override
    public void run() throws Exception {
        int[] same = values;
        Threads.concurrently(() -> values[0] = 1, () -> same[0] = 2);
    }
}
