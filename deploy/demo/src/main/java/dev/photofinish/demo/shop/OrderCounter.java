package dev.photofinish.demo.shop;

/** Counts the orders placed since the shop opened. */
interface OrderCounter {
    /** Counts one more. */
    void orderPlaced();

    /** Orders so far. */
    long placed();
}
