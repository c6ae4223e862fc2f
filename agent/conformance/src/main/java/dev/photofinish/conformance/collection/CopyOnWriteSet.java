package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

@Scenario("An element of a CopyOnWriteArraySet, iterated by another thread")
@Clean
final class CopyOnWriteSet implements Program {
    private final Set<Cell> set = new CopyOnWriteArraySet<>();
    private final Marker added = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    set.add(new Cell(1));
                    added.reach();
                },
                () -> {
                    added.await();
                    for (Cell cell : set) {
                        Check.equal(1, cell.value);
                    }
                });
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
