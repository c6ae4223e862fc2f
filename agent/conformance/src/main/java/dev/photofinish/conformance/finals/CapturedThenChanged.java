package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

@Scenario("What a lambda captured is changed after the lambda was made")
@Races({"shared", "Cell.number"})
final class CapturedThenChanged implements Program {
    private final Marker published = new Marker();

    @Nullable
    Callable<Integer> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Cell cell = new Cell();
                    Callable<Integer> lambda = () -> cell.number;
                    cell.number = 7;
                    shared = lambda;
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
    }
}
