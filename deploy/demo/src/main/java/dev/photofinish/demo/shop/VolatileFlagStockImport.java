package dev.photofinish.demo.shop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Correct twin of {@link PlainFlagStockImport}: the stop flag is volatile. */
final class VolatileFlagStockImport implements StockImport {
    private static final int PAUSE_MILLIS = 2;

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final CountDownLatch booked;
    private final Consumer<Delivery> shelves;
    private final Thread worker;
    private volatile boolean stopped;

    VolatileFlagStockImport(int expected, Consumer<Delivery> shelves) {
        this.booked = new CountDownLatch(expected);
        this.shelves = shelves;
        this.worker = new Thread(this::work, "stock-import-fixed");
        worker.start();
    }

    @Override
    public void deliver(Delivery delivery) {
        deliveries.add(delivery);
    }

    @Override
    public void awaitBooked() {
        Interruptions.await(booked);
    }

    @Override
    public void close() {
        stopped = true;
        Interruptions.join(worker);
    }

    private void work() {
        while (!stopped) {
            bookNext();
        }
    }

    private void bookNext() {
        Delivery next = Interruptions.poll(deliveries, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
            shelves.accept(next);
            booked.countDown();
        }
    }
}
