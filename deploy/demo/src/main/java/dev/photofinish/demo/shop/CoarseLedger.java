package dev.photofinish.demo.shop;

/** Flaw: the day is closed under the same lock that every order needs, so all customers wait for the database. */
final class CoarseLedger implements Ledger {
    private final OrderStore store;
    private long openCents;

    CoarseLedger(OrderStore store) {
        this.store = store;
    }

    @Override
    public void book(Order order) {
        synchronized (this) {
            openCents += order.cents();
        }
    }

    @Override
    public long openCents() {
        synchronized (this) {
            return openCents;
        }
    }

    @Override
    public Closing closeDay() {
        synchronized (this) {
            Closing closing = store.closeDay(openCents);
            openCents = 0;
            return closing;
        }
    }
}
