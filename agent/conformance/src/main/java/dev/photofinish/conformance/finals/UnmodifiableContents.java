package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Scenario("A wrapper of the JDK around a list that was filled before")
@Races("shared")
final class UnmodifiableContents implements Program {
    private final Marker published = new Marker();

    @Nullable
    List<Cell> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    List<Cell> cells = new ArrayList<>();
                    cells.add(new Cell(7));
                    shared = Collections.unmodifiableList(cells);
                    published.reach();
                },
                () -> {
                    published.await();
                    List<Cell> seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.get(0).number);
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
