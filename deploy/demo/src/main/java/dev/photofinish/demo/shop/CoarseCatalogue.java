package dev.photofinish.demo.shop;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Flaw: the ranking is computed while the lock is held that every search needs. */
final class CoarseCatalogue implements Catalogue {
    private final ReentrantLock lock = new ReentrantLock();
    private final OrderStore store;
    private List<String> ranking;

    CoarseCatalogue(OrderStore store) {
        this.store = store;
        this.ranking = store.ranking();
    }

    @Override
    public List<String> search(String prefix) {
        lock.lock();
        try {
            return ranking.stream().filter(sku -> sku.startsWith(prefix)).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reindex() {
        lock.lock();
        try {
            ranking = store.ranking();
        } finally {
            lock.unlock();
        }
    }
}
