package dev.photofinish.demo.shop;

/**
 * A product as a customer sees it.
 *
 * @param pricesFromMillis when the cached prices were last thrown away
 */
public record Product(String sku, long cents, int onHand, long pricesFromMillis) {}
