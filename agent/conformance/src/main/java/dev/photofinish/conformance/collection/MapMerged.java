package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

@Scenario("merge and compute take the value that another thread has put")
@Clean
final class MapMerged implements Program {
    private final Map<String, Cell> map = new ConcurrentHashMap<>();
    private final Map<String, Cell> sorted = new ConcurrentSkipListMap<>();
    private final Marker put = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    map.put("k", new Cell(1));
                    sorted.put("k", new Cell(1));
                    put.reach();
                },
                () -> {
                    put.await();
                    add(map);
                    add(sorted);
                });
        Check.equal(4, value(map) + value(sorted));
    }

    private static int value(Map<String, Cell> map) {
        return Objects.requireNonNull(map.get("k")).value;
    }

    private static void add(Map<String, Cell> map) {
        map.compute("k", (key, old) -> new Cell(old.value + 1));
        map.merge("k", new Cell(0), (old, fresh) -> new Cell(old.value + fresh.value));
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
