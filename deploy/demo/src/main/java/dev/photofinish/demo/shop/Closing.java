package dev.photofinish.demo.shop;

/**
 * The end of a business day.
 *
 * @param bookedCents what the ledger took in since the last closing
 * @param storedCents sum of the orders still stored
 * @param archived orders removed from the store
 */
public record Closing(long bookedCents, long storedCents, int archived) {}
