package dev.photofinish.conformance.io;

import com.sun.net.httpserver.HttpServer;
import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@Scenario(
        value = "A request orders the client before the handler, the response the handler before the client",
        go = "NoRaceIOHttp")
@Clean
final class HttpHandOff implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            payload++;
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            payload = 1;
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            HttpResponse<Void> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
            Check.equal(200, response.statusCode());
            payload++;
        } finally {
            server.stop(0);
        }
        Check.equal(3, payload);
    }
}
