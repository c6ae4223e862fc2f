package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Scenario("What a list of the JDK holds is seen as it was when the list was made")
@Races("shared")
final class ListContents implements Program {
    private final Marker published = new Marker();

    @Nullable
    List<Cell> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = List.of(new Cell(7), new Cell(8));
                    published.reach();
                },
                () -> {
                    published.await();
                    List<Cell> seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.get(0).number);
                        int sum = 0;
                        for (Cell cell : seen) {
                            sum += cell.number;
                        }
                        Check.equal(15, sum);
                    }
                });
    }

    static final class Cell {
        int number;

        Cell(int number) {
            this.number = number;
        }
    }
}
