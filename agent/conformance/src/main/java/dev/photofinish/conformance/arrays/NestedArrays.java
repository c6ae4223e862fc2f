package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads access one element of nested arrays", go = "RaceNestedArrayCopy")
@Races("cells[][][]")
final class NestedArrays implements Program {
    private final int[][][] cells = new int[2][2][2];

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> cells[0][1][0] = 1, () -> {
            int sum = 0;
            for (int[][] plane : cells) {
                for (int[] row : plane) {
                    for (int cell : row) {
                        sum += cell;
                    }
                }
            }
            Check.that(sum <= 1, "a sum");
        });
    }
}
