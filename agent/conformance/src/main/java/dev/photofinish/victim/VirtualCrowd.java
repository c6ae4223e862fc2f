package dev.photofinish.victim;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Virtual threads that are all alive at once and then share cells. */
final class VirtualCrowd {
    private VirtualCrowd() {}

    /** Runs them to their end; answers by how much the cells have grown at least. */
    static String run(int threads, Cell[] cells) {
        long before = sum(cells);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            List<Thread> crowd = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Cell cell = cells[i % cells.length];
                Runnable body = () -> {
                    await(begin);
                    cell.add();
                };
                crowd.add((Thread) start.invoke(null, body));
            }
            begin.countDown();
            for (Thread thread : crowd) {
                thread.join();
            }
        } catch (ReflectiveOperationException | InterruptedException e) {
            return "failed: " + e;
        }
        return sum(cells) - before >= threads ? "all" : "some";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sum(Cell[] cells) {
        long sum = 0;
        for (Cell cell : cells) {
            sum += cell.value();
        }
        return sum;
    }
}
