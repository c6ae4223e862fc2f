package dev.photofinish.demo.shop;

/** Flaw: the day is closed under the same lock that every order needs, so all customers wait for the database. */
final class CoarseLedger implements Ledger {
    private final OrderStore store;
    private long openCents;

    CoarseLedger(OrderStore store) {
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
    public synchronized Closing closeDay() {
        Closing closing = store.closeDay(openCents);
        openCents = 0;
        return closing;
    }
}
