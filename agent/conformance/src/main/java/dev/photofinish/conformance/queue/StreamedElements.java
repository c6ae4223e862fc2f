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
import java.util.concurrent.PriorityBlockingQueue;

@Scenario("Elements seen by nothing but a stream, or but the rest of an iteration")
@Clean
final class StreamedElements implements Program {
    private final List<Queue<Cell>> streamed = queues();
    private final List<Queue<Cell>> iterated = queues();
    private final Marker added = new Marker();
    private int sum;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    streamed.forEach(queue -> queue.add(new Cell(1)));
                    iterated.forEach(queue -> queue.add(new Cell(1)));
                    added.reach();
                },
                () -> {
                    added.await();
                    for (Queue<Cell> queue : streamed) {
                        sum += queue.stream().mapToInt(cell -> cell.value).sum();
                    }
                    for (Queue<Cell> queue : iterated) {
                        queue.iterator().forEachRemaining(cell -> sum += cell.value);
                    }
                });
        Check.equal(14, sum);
    }

    private static List<Queue<Cell>> queues() {
        return List.of(
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedDeque<>(),
                new LinkedBlockingDeque<>(),
                new LinkedBlockingQueue<>(),
                new ArrayBlockingQueue<>(10),
                new LinkedTransferQueue<>(),
                new PriorityBlockingQueue<>());
    }

    private static final class Cell implements Comparable<Cell> {
        int value;

        Cell(int value) {
            this.value = value;
        }

        @Override
        public int compareTo(Cell other) {
            return Integer.compare(value, other.value);
        }
    }
}
