package dev.photofinish.demo.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/**
 * The sales of all products: correct fan-out and fan-in, one part per product, joined by a latch.
 *
 * @param orders stored orders
 * @param cents what they brought in
 */
public record SalesReport(long orders, long cents) {
    static SalesReport compute(OrderStore store, ExecutorService workers) {
        List<SalesPart> parts = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(OrderStore.SKUS.size());
        for (String sku : OrderStore.SKUS) {
            SalesPart part = new SalesPart();
            parts.add(part);
            workers.execute(() -> {
                try {
                    store.addSales(sku, part);
                } finally {
                    done.countDown();
                }
            });
        }
        Interruptions.await(done);
        return new SalesReport(
                parts.stream().mapToLong(SalesPart::orders).sum(),
                parts.stream().mapToLong(SalesPart::cents).sum());
    }
}
