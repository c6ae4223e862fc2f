package dev.photofinish.demo.shop;

/** What one thread contributes to a report: plain fields, read by another after a latch. */
final class SalesPart {
    private long orders;
    private long cents;

    void add(long moreOrders, long moreCents) {
        orders += moreOrders;
        cents += moreCents;
    }

    long orders() {
        return orders;
    }

    long cents() {
        return cents;
    }
}
