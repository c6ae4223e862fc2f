package dev.photofinish.demo.shop;

/** What one piece of a product costs. */
record Price(String sku, long cents) {}
