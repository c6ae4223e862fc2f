package dev.photofinish.demo;

import dev.photofinish.demo.shop.Edition;
import dev.photofinish.demo.shop.Shop;
import dev.photofinish.demo.shop.UnknownProductException;
import io.javalin.Javalin;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Both editions of the shop behind one HTTP server on loopback. */
final class ShopServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Map<Edition, Shop> shops = new EnumMap<>(Edition.class);
    private final Javalin server;

    /** Starts it; port 0 is any free one. */
    ShopServer(int port) {
        for (Edition edition : Edition.values()) {
            shops.put(edition, new Shop(edition));
        }
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            shops.forEach((edition, shop) -> new ShopRoutes(shop).addTo(config.routes, "/" + edition.label()));
            config.routes.exception(
                    UnknownProductException.class,
                    (e, context) -> context.status(HttpStatus.NOT_FOUND).result("no product " + e.sku()));
        });
        try {
            server.start(HOST, port);
        } catch (RuntimeException e) {
            shops.values().forEach(Shop::close);
            throw e;
        }
    }

    URI address() {
        return URI.create("http://" + HOST + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
        shops.values().forEach(Shop::close);
    }
}
