package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

@Scenario("A lambda captured an object with plain fields")
@Races("shared")
final class CapturedObject implements Program {
    private final Marker published = new Marker();

    @Nullable
    Callable<Integer> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Cell cell = new Cell(7);
                    shared = () -> cell.number;
                    published.reach();
                },
                () -> {
                    published.await();
                    Callable<Integer> seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.call());
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
