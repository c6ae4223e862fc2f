package dev.photofinish.demo.shop;

/** Correct twin of {@link CoarseLedger}: the lock is held to take the sum, not while the database works. */
final class FineLedger implements Ledger {
    private final OrderStore store;
    private long openCents;

    FineLedger(OrderStore store) {
        this.store = store;
    }

    @Override
    public synchronized void book(Order order) {
        openCents += order.cents();
    }

    @Override
    public synchronized long openCents() {
        return openCents;
    }

    @Override
    public Closing closeDay() {
        return store.closeDay(takeOpenCents());
    }

    private synchronized long takeOpenCents() {
        long taken = openCents;
        openCents = 0;
        return taken;
    }
}
