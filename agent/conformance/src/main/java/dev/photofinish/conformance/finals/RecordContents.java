package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("A record holds a mutable object")
@Races("shared")
final class RecordContents implements Program {
    private final Marker published = new Marker();

    @Nullable
    Box shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Cell cell = new Cell(7);
                    cell.number++;
                    shared = new Box(cell);
                    published.reach();
                },
                () -> {
                    published.await();
                    Box seen = shared;
                    if (seen != null) {
                        Check.equal(8, seen.cell().number);
                        Check.that(seen.equals(new Box(seen.cell())), "equal records");
                    }
                });
    }

    record Box(Cell cell) {}

    static final class Cell {
        int number;

        Cell(int number) {
            this.number = number;
        }
    }
}
