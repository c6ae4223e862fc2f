package dev.photofinish.demo.shop;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Correct twin of {@link HashMapPriceCache}: a concurrent map, an atomic figure and a volatile time. */
final class ConcurrentPriceCache implements PriceCache {
    private final OrderStore store;
    private final ConcurrentMap<String, Price> prices = new ConcurrentHashMap<>();
    private final AtomicLong hits = new AtomicLong();
    private volatile long expiredAtMillis;

    ConcurrentPriceCache(OrderStore store) {
        this.store = store;
    }

    @Override
    public Price price(String sku) {
        Price known = prices.get(sku);
        if (known != null) {
            hits.incrementAndGet();
            return known;
        }
        return prices.computeIfAbsent(sku, store::price);
    }

    @Override
    public void expire() {
        prices.clear();
        expiredAtMillis = System.currentTimeMillis();
    }

    @Override
    public long hits() {
        return hits.get();
    }

    @Override
    public int entries() {
        return prices.size();
    }

    @Override
    public long expiredAtMillis() {
        return expiredAtMillis;
    }
}
