package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Scenario("A parallel stream sorts, maps and collects what others wrote")
@Clean
final class ParallelCollect implements Program {
    @Override
    public void run() throws Exception {
        List<Cell> cells = IntStream.range(0, 200).mapToObj(Cell::new).toList();
        for (int i = 0; i < 3; i++) {
            Map<Boolean, List<Cell>> halves = cells.parallelStream()
                    .peek(cell -> cell.value++)
                    .sorted((a, b) -> Integer.compare(a.value, b.value))
                    .collect(Collectors.partitioningBy(cell -> cell.value % 2 == 0));
            int sum = Objects.requireNonNull(halves.get(true)).stream()
                            .mapToInt(cell -> cell.value)
                            .sum()
                    + Objects.requireNonNull(halves.get(false)).parallelStream()
                            .mapToInt(cell -> cell.value)
                            .sum();
            Check.equal(19_900 + 200 * (i + 1), sum);
        }
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
