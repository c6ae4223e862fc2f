package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.List;
import java.util.stream.IntStream;

@Scenario(value = "The elements of a parallel stream see what was written before, and are seen after")
@Clean
final class ParallelStreamResult implements Program {
    int factor;

    @Override
    public void run() throws Exception {
        factor = 2;
        List<Cell> cells = IntStream.range(0, 100).mapToObj(Cell::new).toList();
        cells.parallelStream().forEach(cell -> cell.value *= factor);
        factor = 3;
        int sum = 0;
        for (Cell cell : cells) {
            sum += cell.value;
        }
        Check.equal(9_900, sum);
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
