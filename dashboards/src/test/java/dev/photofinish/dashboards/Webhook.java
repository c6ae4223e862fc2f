package dev.photofinish.dashboards;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The receiver at the end of the chain: keeps what Alertmanager tells it. */
final class Webhook implements AutoCloseable {
    private final HttpServer server;
    private final List<String> notifications = new CopyOnWriteArrayList<>();

    private Webhook(HttpServer server) {
        this.server = server;
    }

    static Webhook open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Webhook webhook = new Webhook(server);
            server.createContext("/", exchange -> {
                try (exchange) {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    webhook.notifications.add(new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                }
            });
            server.start();
            return webhook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/photofinish";
    }

    /** Bodies in the order of their arrival. */
    List<String> notifications() {
        return List.copyOf(notifications);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
