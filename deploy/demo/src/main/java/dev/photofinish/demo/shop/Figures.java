package dev.photofinish.demo.shop;

/** What the dashboard showed last. */
public record Figures(long ordersPlaced, long cacheHits, int cachedPrices, long piecesOnHand) {
    static final Figures NONE = new Figures(0, 0, 0, 0);
}
