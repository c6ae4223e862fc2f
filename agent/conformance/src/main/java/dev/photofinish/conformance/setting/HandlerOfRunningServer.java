package dev.photofinish.conformance.setting;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

@Scenario("A server that runs is given a handler, which another client asks for until it is there")
@Clean
final class HandlerOfRunningServer implements Program {
    private final Marker given = new Marker();
    private final Own handler = new Own();

    @Override
    public void run() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            // Once for all classes that it takes, whose loading orders too.
            server.createContext("/early", new Own());
            Check.equal(HttpURLConnection.HTTP_OK, status(server, "/early"));
            Threads.concurrently(
                    () -> {
                        handler.asked++;
                        server.createContext("/late", handler);
                        given.await();
                    },
                    () -> {
                        while (status(server, "/late") != HttpURLConnection.HTTP_OK) {
                            Thread.sleep(1);
                        }
                        given.reach();
                    });
        } finally {
            server.stop(0);
        }
    }

    private static int status(HttpServer server, String path) throws IOException, URISyntaxException {
        URI uri = new URI("http", null, "127.0.0.1", server.getAddress().getPort(), path, null, null);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static final class Own implements HttpHandler {
        int asked;

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            asked++;
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
            exchange.close();
        }
    }
}
