package dev.photofinish.demo.shop;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Correct hand-off by blocking queues: from the customer's thread to the packer and on to the courier. */
final class Shipping implements AutoCloseable {
    private final BlockingQueue<Parcel> toPack = new ArrayBlockingQueue<>(256);
    private final BlockingQueue<Parcel> toSend = new ArrayBlockingQueue<>(256);
    private final AtomicLong sent = new AtomicLong();
    private final Thread packer;
    private final Thread courier;

    Shipping(String name) {
        packer = new Thread(this::pack, "packer-" + name);
        courier = new Thread(this::send, "courier-" + name);
        packer.start();
        courier.start();
    }

    void ship(Order order) {
        Parcel parcel = new Parcel(order);
        parcel.address();
        Interruptions.put(toPack, parcel);
    }

    long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        packer.interrupt();
        courier.interrupt();
        Interruptions.join(packer);
        Interruptions.join(courier);
    }

    private void pack() {
        untilClosed(() -> {
            Parcel parcel = Interruptions.take(toPack);
            parcel.pack();
            Interruptions.put(toSend, parcel);
        });
    }

    private void send() {
        untilClosed(() -> {
            if (Interruptions.take(toSend).complete()) {
                sent.incrementAndGet();
            }
        });
    }

    private static void untilClosed(Runnable step) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                step.run();
            }
        } catch (ShopClosedException expected) {
            // close() interrupts a thread that waits: its normal end.
        }
    }
}
