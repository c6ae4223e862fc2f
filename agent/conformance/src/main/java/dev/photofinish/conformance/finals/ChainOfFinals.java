package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import org.jspecify.annotations.Nullable;

@Scenario("Through final fields of final fields")
@Races("shared")
final class ChainOfFinals implements Program {
    private final Marker published = new Marker();

    @Nullable
    Outer shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = new Outer(7);
                    published.reach();
                },
                () -> {
                    published.await();
                    Outer seen = shared;
                    if (seen != null) {
                        Check.equal(7, seen.inner.cell.number);
                    }
                });
    }

    static final class Outer {
        final Inner inner;

        Outer(int number) {
            inner = new Inner(number);
        }
    }

    static final class Inner {
        final Cell cell;

        Inner(int number) {
            cell = new Cell(number);
        }
    }

    static final class Cell {
        int number;

        Cell(int number) {
            this.number = number;
        }
    }
}
