package dev.photofinish.victim;

import java.util.stream.Stream;

/** A counter with a lock of its own. */
final class Cell {
    private long value; // guarded by this

    static Cell[] some(int count) {
        return Stream.generate(Cell::new).limit(count).toArray(Cell[]::new);
    }

    synchronized void add() {
        value++;
    }

    synchronized long value() {
        return value;
    }
}
