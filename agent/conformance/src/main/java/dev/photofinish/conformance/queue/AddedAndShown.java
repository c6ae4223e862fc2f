package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;

@Scenario("Elements added many at a time, seen by iteration, callback and copy")
@Clean
final class AddedAndShown implements Program {
    private final List<Queue<Cell>> queues = List.of(
            new ConcurrentLinkedQueue<>(),
            new ConcurrentLinkedDeque<>(),
            new LinkedBlockingDeque<>(),
            new LinkedBlockingQueue<>(),
            new ArrayBlockingQueue<>(10),
            new LinkedTransferQueue<>());
    private final Marker added = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    for (Queue<Cell> queue : queues) {
                        queue.addAll(List.of(new Cell(1), new Cell(2)));
                    }
                    added.reach();
                },
                () -> {
                    added.await();
                    for (Queue<Cell> queue : queues) {
                        look(queue);
                    }
                });
    }

    private static void look(Queue<Cell> queue) {
        int sum = 0;
        for (Cell cell : queue) {
            sum += cell.value;
        }
        for (Cell cell : queue.toArray(new Cell[0])) {
            sum += cell.value;
        }
        sum += queue.stream().mapToInt(cell -> cell.value).sum();
        queue.forEach(cell -> cell.value++);
        queue.removeIf(cell -> cell.value == 2);
        sum += queue.remove().value;
        Check.equal(12, sum);
    }

    static final class Cell {
        int value;

        Cell(int value) {
            this.value = value;
        }
    }
}
