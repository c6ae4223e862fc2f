package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

@Scenario("An anonymous class captured an object")
@Races("shared")
final class AnonymousCapture implements Program {
    private final Marker published = new Marker();

    @Nullable
    Callable<Integer> shared;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Cell cell = new Cell(7);
                    shared = new Callable<>() {
                        @Override
                        public Integer call() {
                            return cell.number;
                        }
                    };
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
