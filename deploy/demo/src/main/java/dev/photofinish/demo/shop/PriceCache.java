package dev.photofinish.demo.shop;

/** Keeps prices near, so that a product page does not ask the database. */
interface PriceCache {
    /**
     * The price of a product, from the cache or else the database.
     *
     * @throws UnknownProductException no such product
     */
    Price price(String sku);

    /** Forgets all prices. */
    void expire();

    /** Lookups that were answered without the database. */
    long hits();

    /** Prices loaded since the last {@link #expire}. */
    int entries();

    /** When {@link #expire} was last called, in milliseconds since 1970; 0 if never. */
    long expiredAtMillis();
}
