package dev.photofinish.demo.shop;

/** Pieces of one product that arrived at the warehouse. */
public record Delivery(String sku, int pieces) {}
