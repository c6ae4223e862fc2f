package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("Two rows of a two-dimensional array")
@Clean
final class RowsOfOne implements Program {
    private final int[][] rows = new int[2][4];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> rows[0][1] = 1, () -> rows[1][1] = 1);
        Check.equal(2, rows[0][1] + rows[1][1]);
    }
}
