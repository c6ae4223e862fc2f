package dev.photofinish.demo.shop;

import java.util.concurrent.atomic.AtomicLong;

/** Correct twin of {@link PlainOrderCounter}: one atomic addition. */
final class AtomicOrderCounter implements OrderCounter {
    private final AtomicLong placed = new AtomicLong();

    @Override
    public void orderPlaced() {
        placed.incrementAndGet();
    }

    @Override
    public long placed() {
        return placed.get();
    }
}
