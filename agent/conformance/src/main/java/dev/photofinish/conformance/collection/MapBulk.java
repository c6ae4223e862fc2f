package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ConcurrentHashMap;

@Scenario("The bulk operations of a map are shown values that other threads have put")
@Clean
final class MapBulk implements Program {
    private final ConcurrentHashMap<Integer, Cell> map = new ConcurrentHashMap<>();
    private final Marker added = new Marker();
    private final int[] sums = new int[1];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    for (int i = 0; i < 100; i++) {
                        map.put(i, new Cell(1));
                    }
                    added.reach();
                },
                () -> {
                    added.await();
                    Check.equal(100, map.reduceValuesToInt(1, cell -> cell.value, 0, Integer::sum));
                    Check.equal(
                            100,
                            map.values().parallelStream()
                                    .mapToInt(cell -> cell.value)
                                    .sum());
                    map.forEach((key, cell) -> sums[0] += cell.value);
                    Check.equal(100, sums[0]);
                });
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
