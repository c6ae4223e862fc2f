package dev.photofinish.demo.shop;

import java.util.HashMap;
import java.util.Map;

/**
 * Bug: request threads fill a {@link HashMap} together while another thread swaps it, and the figures beside it are as
 * unprotected as the map.
 */
final class HashMapPriceCache implements PriceCache {
    private final OrderStore store;
    private Map<String, Price> prices = new HashMap<>();
    private int entries;
    private long hits;
    private long expiredAtMillis;

    HashMapPriceCache(OrderStore store) {
        this.store = store;
    }

    @Override
    public Price price(String sku) {
        Price known = prices.get(sku);
        if (known != null) {
            hits++;
            return known;
        }
        Price loaded = store.price(sku);
        prices.put(sku, loaded);
        entries++;
        return loaded;
    }

    @Override
    public void expire() {
        prices = new HashMap<>();
        entries = 0;
        expiredAtMillis = System.currentTimeMillis();
    }

    @Override
    public long hits() {
        return hits;
    }

    @Override
    public int entries() {
        return entries;
    }

    @Override
    public long expiredAtMillis() {
        return expiredAtMillis;
    }
}
