package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario("An inherited thread-local value was made before start")
@Clean
final class InheritedLocal implements Program {
    private static final InheritableThreadLocal<Cell> LOCAL = new InheritableThreadLocal<>();

    @Override
    public void run() throws Exception {
        Cell cell = new Cell();
        cell.number = 7;
        LOCAL.set(cell);
        Threads.concurrently(() -> Check.equal(7, LOCAL.get().number));
        LOCAL.remove();
    }

    static final class Cell {
        int number;
    }
}
