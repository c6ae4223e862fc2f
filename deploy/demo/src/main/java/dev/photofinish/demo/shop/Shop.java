package dev.photofinish.demo.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One order shop. Every method may be called by any thread; whether that ends well depends on the edition. */
public final class Shop implements AutoCloseable {
    private static final int FIRST_STOCK = 5_000;

    private final Edition edition;
    private final OrderStore store;
    private final OrderCounter counter;
    private final PriceCache prices;
    private final Map<String, Stock> shelves;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Shipping shipping;
    private final ExecutorService workers;
    private final Display display;
    private final Housekeeping housekeeping;

    /** Opens a shop with full shelves; its threads run until {@link #close}. */
    public Shop(Edition edition) {
        this.edition = edition;
        store = new OrderStore(edition.label());
        counter = edition.orderCounter();
        prices = edition.priceCache(store);
        shelves = OrderStore.SKUS.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), sku -> {
            Stock stock = edition.stock();
            stock.add(FIRST_STOCK);
            return stock;
        }));
        ledger = edition.ledger(store);
        catalogue = edition.catalogue(store);
        shipping = new Shipping(edition.label());
        workers = Executors.newFixedThreadPool(2, task -> new Thread(task, "worker-" + edition.label()));
        display = new Display(edition.label(), ledger, catalogue);
        housekeeping = new Housekeeping(edition.label(), counter, prices, List.copyOf(shelves.values()));
    }

    /**
     * Places an order; empty where the shelf does not hold that many pieces.
     *
     * @throws UnknownProductException no such product
     */
    public Optional<Order> place(String customer, String sku, int quantity) {
        long cents = prices.price(sku).cents() * quantity;
        if (!shelf(sku).take(quantity)) {
            return Optional.empty();
        }
        Order order = store.insert(customer, sku, quantity, cents);
        counter.orderPlaced();
        ledger.book(order);
        shipping.ship(order);
        return Optional.of(order);
    }

    /** A stored order; empty where it never was or is archived. */
    public Optional<Order> find(long id) {
        return store.find(id);
    }

    /** The receipt of an order, written by a worker. */
    public String receipt(Order order) {
        Receipt receipt = new Receipt();
        Interruptions.await(workers.submit(() -> receipt.fill(order)));
        return receipt.text() + " (VAT " + receipt.vatCents() + ")";
    }

    /**
     * A product with its price and stock.
     *
     * @throws UnknownProductException no such product
     */
    public Product product(String sku) {
        return new Product(sku, prices.price(sku).cents(), shelf(sku).onHand(), prices.expiredAtMillis());
    }

    /** Products whose number begins so, the most wanted first. */
    public List<String> search(String prefix) {
        return catalogue.search(prefix);
    }

    /** Ranks the products anew. */
    public void reindex() {
        catalogue.reindex();
    }

    /**
     * Books deliveries into the stock by an import of its own, and returns when it has ended.
     *
     * @throws UnknownProductException no such product; nothing was booked
     */
    public void receive(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> shelf(delivery.sku()));
        try (StockImport run = edition.stockImport(
                deliveries.size(), delivery -> shelf(delivery.sku()).add(delivery.pieces()))) {
            deliveries.forEach(run::deliver);
            run.awaitBooked();
        }
    }

    /** Closes the books of the day. */
    public Closing closeDay() {
        return ledger.closeDay();
    }

    /** The sales of the stored orders. */
    public SalesReport sales() {
        return SalesReport.compute(store, workers);
    }

    /** What the dashboard shows, some milliseconds old. */
    public Figures figures() {
        return housekeeping.figures();
    }

    /** What the screen in the shop shows. */
    public String display() {
        return display.text();
    }

    /** Parcels that left the house. */
    public long parcelsSent() {
        return shipping.sent();
    }

    /** What was booked since the last closing, in cents. */
    public long openCents() {
        return ledger.openCents();
    }

    /** Ends all threads and drops the database. */
    @Override
    public void close() {
        housekeeping.close();
        display.close();
        shipping.close();
        workers.shutdownNow();
        store.close();
    }

    private Stock shelf(String sku) {
        Stock stock = shelves.get(sku);
        if (stock == null) {
            throw new UnknownProductException(sku);
        }
        return stock;
    }
}
