package dev.photofinish.demo.shop;

/**
 * An order that was placed.
 *
 * @param cents price of all pieces together
 */
public record Order(long id, String customer, String sku, int quantity, long cents) {}
