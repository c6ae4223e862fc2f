package dev.photofinish.demo.shop;

import java.util.List;

/** Correct twin of {@link CoarseCatalogue}: an immutable ranking is computed aside and published through a volatile field. */
final class SnapshotCatalogue implements Catalogue {
    private final OrderStore store;
    private volatile List<String> ranking;

    SnapshotCatalogue(OrderStore store) {
        this.store = store;
        this.ranking = store.ranking();
    }

    @Override
    public List<String> search(String prefix) {
        return ranking.stream().filter(sku -> sku.startsWith(prefix)).toList();
    }

    @Override
    public void reindex() {
        ranking = store.ranking();
    }
}
