package dev.photofinish.demo.shop;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread beside the requests: collects the figures of the dashboard and lets cached prices expire. */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int FIGURES_MILLIS = 20;
    private static final int EXPIRY_MILLIS = 50;

    private final OrderCounter counter;
    private final PriceCache prices;
    private final List<Stock> shelves;
    private final ScheduledExecutorService scheduler;
    private volatile Figures figures = Figures.NONE;

    @SuppressWarnings("FutureReturnValueIgnored") // logged() lets no exception reach the futures
    Housekeeping(String name, OrderCounter counter, PriceCache prices, List<Stock> shelves) {
        this.counter = counter;
        this.prices = prices;
        this.shelves = shelves;
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeping-" + name));
        scheduler.scheduleWithFixedDelay(logged(this::collect), 0, FIGURES_MILLIS, TimeUnit.MILLISECONDS);
        scheduler.scheduleWithFixedDelay(logged(prices::expire), 0, EXPIRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    Figures figures() {
        return figures;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void collect() {
        figures = new Figures(
                counter.placed(),
                prices.hits(),
                prices.entries(),
                shelves.stream().mapToLong(Stock::onHand).sum());
    }

    /** A scheduler silently drops a task that has failed once. */
    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("housekeeping failed and will be tried again", e);
            }
        };
    }
}
