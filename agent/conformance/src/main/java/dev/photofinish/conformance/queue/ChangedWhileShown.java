package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.ArrayBlockingQueue;

@Scenario("Two threads change an element while its queue shows it, under the queue's lock")
@Clean
final class ChangedWhileShown implements Program {
    private final ArrayBlockingQueue<Cell> queue = new ArrayBlockingQueue<>(10);

    @Override
    public void run() throws Exception {
        queue.add(new Cell());
        Threads.concurrently(this::change, this::change);
        Check.equal(2, queue.remove().value);
    }

    private void change() {
        queue.forEach(cell -> cell.value++);
    }

    private static final class Cell {
        int value;
    }
}
