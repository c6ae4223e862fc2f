package dev.photofinish.demo.shop;

import java.util.Locale;
import java.util.function.Consumer;

/** Which of the two implementations of each part a shop is made of. */
public enum Edition {
    /** As first written. */
    BUGGY {
        @Override
        OrderCounter orderCounter() {
            return new PlainOrderCounter();
        }

        @Override
        PriceCache priceCache(OrderStore store) {
            return new HashMapPriceCache(store);
        }

        @Override
        Stock stock() {
            return new HalfLockedStock();
        }

        @Override
        StockImport stockImport(int expected, Consumer<Delivery> shelves) {
            return new PlainFlagStockImport(expected, shelves);
        }

        @Override
        Ledger ledger(OrderStore store) {
            return new CoarseLedger(store);
        }

        @Override
        Catalogue catalogue(OrderStore store) {
            return new CoarseCatalogue(store);
        }
    },
    /** As it should be. */
    FIXED {
        @Override
        OrderCounter orderCounter() {
            return new AtomicOrderCounter();
        }

        @Override
        PriceCache priceCache(OrderStore store) {
            return new ConcurrentPriceCache(store);
        }

        @Override
        Stock stock() {
            return new LockedStock();
        }

        @Override
        StockImport stockImport(int expected, Consumer<Delivery> shelves) {
            return new VolatileFlagStockImport(expected, shelves);
        }

        @Override
        Ledger ledger(OrderStore store) {
            return new FineLedger(store);
        }

        @Override
        Catalogue catalogue(OrderStore store) {
            return new SnapshotCatalogue(store);
        }
    };

    /** The lower-case name, as in paths and thread names. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract OrderCounter orderCounter();

    abstract PriceCache priceCache(OrderStore store);

    abstract Stock stock();

    /** A started import. */
    abstract StockImport stockImport(int expected, Consumer<Delivery> shelves);

    abstract Ledger ledger(OrderStore store);

    abstract Catalogue catalogue(OrderStore store);
}
