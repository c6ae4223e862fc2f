package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("The element of a row of a two-dimensional array")
@Races("rows[][]")
final class NestedElement implements Program {
    private final int[][] rows = new int[2][2];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> rows[1][0] = 1, () -> rows[1][0] = 2);
    }
}
