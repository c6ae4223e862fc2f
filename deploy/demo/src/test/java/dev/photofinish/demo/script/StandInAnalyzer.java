package dev.photofinish.demo.script;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Takes the place of the analyzer: answers every API request with what {@code answer.json} beside its jar says. */
final class StandInAnalyzer {
    private StandInAnalyzer() {}

    public static void main(String[] arguments) throws Exception {
        if (!arguments[0].equals("serve") || !arguments[1].equals("--config")) {
            throw new IllegalArgumentException("expected serve --config FILE");
        }
        Properties config = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[2]))) {
            config.load(file);
        }
        Path home = Path.of(StandInAnalyzer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling("answer.json");
        serve(config.getProperty("listen"), Files.readString(home).getBytes(StandardCharsets.UTF_8));
    }

    private static void serve(String listen, byte[] answer) throws IOException {
        int colon = listen.indexOf(':');
        HttpServer server = HttpServer.create(
                new InetSocketAddress(listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1))), 0);
        server.createContext("/api/v1/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }
}
