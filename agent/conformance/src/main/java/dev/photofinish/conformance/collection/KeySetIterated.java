package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@Scenario("The elements of a concurrent set, iterated by another thread")
@Clean
final class KeySetIterated implements Program {
    private final Set<Cell> set = ConcurrentHashMap.newKeySet();
    private final Marker added = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    set.add(new Cell(1));
                    set.add(new Cell(2));
                    added.reach();
                },
                () -> {
                    added.await();
                    int sum = 0;
                    for (Cell cell : set) {
                        sum += cell.value;
                    }
                    Check.equal(3, sum);
                });
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
