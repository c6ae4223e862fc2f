package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

@Scenario("A lambda captured two objects and a number")
@Races("shared")
final class CapturedTwice implements Program {
    private final Marker published = new Marker();

    @Nullable
    Callable<Integer> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Cell one = new Cell(7);
                    long two = Long.parseLong("2");
                    Cell three = new Cell(3);
                    shared = () -> one.number + (int) two + three.number;
                    published.reach();
                },
                () -> {
                    published.await();
                    Callable<Integer> seen = shared;
                    if (seen != null) {
                        Check.equal(12, seen.call());
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
