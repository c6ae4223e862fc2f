package dev.photofinish.demo.shop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Blocking calls whose interruption means that the shop closes: the flag is kept and {@link ShopClosedException} thrown. */
final class Interruptions {
    private Interruptions() {}

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw closed(e);
        }
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw closed(e);
        }
    }

    static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            throw closed(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task of the shop failed", e.getCause());
        }
    }

    static <T> void put(BlockingQueue<T> queue, T element) {
        try {
            queue.put(element);
        } catch (InterruptedException e) {
            throw closed(e);
        }
    }

    static <T> T take(BlockingQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw closed(e);
        }
    }

    /** Null where nothing came in that time. */
    static <T> @Nullable T poll(BlockingQueue<T> queue, long time, TimeUnit unit) {
        try {
            return queue.poll(time, unit);
        } catch (InterruptedException e) {
            throw closed(e);
        }
    }

    private static ShopClosedException closed(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ShopClosedException(e);
    }
}
