package dev.photofinish.demo;

import dev.photofinish.demo.shop.Delivery;
import dev.photofinish.demo.shop.Figures;
import dev.photofinish.demo.shop.Order;
import dev.photofinish.demo.shop.Shop;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/** What one shop answers to HTTP requests. */
final class ShopRoutes {
    private final Shop shop;

    ShopRoutes(Shop shop) {
        this.shop = shop;
    }

    void addTo(RoutesConfig routes, String path) {
        routes.post(path + "/orders", this::place);
        routes.get(path + "/orders/{id}", context -> context.json(order(context)));
        routes.get(path + "/orders/{id}/receipt", context -> context.result(shop.receipt(order(context))));
        routes.get(path + "/products", context -> context.json(shop.search(prefix(context))));
        routes.get(path + "/products/{sku}", context -> context.json(shop.product(context.pathParam("sku"))));
        routes.post(path + "/deliveries", this::receive);
        routes.post(path + "/reindex", context -> {
            shop.reindex();
            context.status(HttpStatus.NO_CONTENT);
        });
        routes.post(path + "/closings", context -> context.json(shop.closeDay()));
        routes.get(path + "/sales", context -> context.json(shop.sales()));
        routes.get(
                path + "/stats",
                context ->
                        context.json(new Stats(shop.figures(), shop.openCents(), shop.parcelsSent(), shop.display())));
    }

    private void place(Context context) {
        NewOrder wanted = context.bodyValidator(NewOrder.class)
                .check(order -> order.quantity() > 0 && order.quantity() <= 100, "quantity: expected 1 to 100")
                .check(order -> order.customer() != null && order.sku() != null, "expected customer and sku")
                .get();
        Order order = shop.place(wanted.customer(), wanted.sku(), wanted.quantity())
                .orElseThrow(() -> new ConflictResponse("not enough pieces of " + wanted.sku()));
        context.status(HttpStatus.CREATED).json(order);
    }

    private void receive(Context context) {
        Deliveries arrived = context.bodyValidator(Deliveries.class)
                .check(all -> all.deliveries() != null && all.deliveries().size() <= 1_000, "expected up to 1000")
                .get();
        shop.receive(arrived.deliveries());
        context.status(HttpStatus.NO_CONTENT);
    }

    private Order order(Context context) {
        String id = context.pathParam("id");
        try {
            return shop.find(Long.parseLong(id)).orElseThrow(() -> new NotFoundResponse("no order " + id));
        } catch (NumberFormatException e) {
            throw new BadRequestResponse("id: expected a number, found '" + id + "'");
        }
    }

    private static String prefix(Context context) {
        String prefix = context.queryParam("prefix");
        return prefix == null ? "" : prefix;
    }

    /** The body of an order. */
    record NewOrder(String customer, String sku, int quantity) {}

    /** The body of a delivery. */
    record Deliveries(List<Delivery> deliveries) {}

    /** The answer to {@code GET /stats}. */
    record Stats(Figures figures, long openCents, long parcelsSent, String display) {}
}
