package dev.photofinish.victim;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A program that other agents instrument: its calls over HTTP are traced by those that trace.
 *
 * <p>It answers commands on standard input, one line each: {@code call} (calls itself over HTTP and answers the
 * {@code traceparent} header that arrived, or {@code none}), {@code race} (two threads write one field without a lock and
 * another with one, once), {@code quit}.
 */
public final class Traced {
    private int raced; // the race: two threads, no lock
    private int guarded; // guarded by this

    private Traced() {}

    /** Prints {@code ready} once it listens. */
    public static void main(String[] args) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String header = exchange.getRequestHeaders().getFirst("traceparent");
            byte[] body = (header == null ? "none" : header).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("ready");
        new Traced()
                .answer(
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                        server.getAddress().getPort());
        // The server's stop looks through its connections without the lock that they have: a race of the JDK.
        System.exit(0);
    }

    private void answer(BufferedReader in, int port) throws IOException, InterruptedException {
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            switch (line) {
                case "call" -> System.out.println(call(port));
                case "race" -> System.out.println(race());
                default -> System.out.println("unknown command " + line);
            }
        }
    }

    private static String call(int port) throws IOException {
        URI uri = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + "/");
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        try {
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }

    private int race() throws InterruptedException {
        Thread one = new Thread(this::writeBoth, "writer-1");
        Thread other = new Thread(this::writeBoth, "writer-2");
        one.start();
        other.start();
        one.join();
        other.join();
        return raced == 0 ? 0 : guarded;
    }

    private void writeBoth() {
        raced = System.identityHashCode(Thread.currentThread());
        synchronized (this) {
            guarded++;
        }
    }
}
