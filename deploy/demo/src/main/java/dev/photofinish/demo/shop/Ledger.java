package dev.photofinish.demo.shop;

/** The money that came in since the books were last closed. */
interface Ledger {
    /** Books an order. */
    void book(Order order);

    /** What was booked since the last closing, in cents. */
    long openCents();

    /** Closes the books: adds up and archives the stored orders and starts from zero. Slow. */
    Closing closeDay();
}
