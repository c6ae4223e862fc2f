package dev.photofinish.demo.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests and counts their outcome. Safe for all threads. */
final class Browser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 60_000;

    private final URI service;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Browser(URI service) {
        this.service = service;
    }

    /** The body of the answer; empty where the request failed. */
    Optional<String> get(String path) {
        return send("GET", path, "");
    }

    /** The body of the answer; empty where the request failed. */
    Optional<String> post(String path, String json) {
        return send("POST", path, json);
    }

    long answered() {
        return answered.get();
    }

    long failed() {
        return failed.get();
    }

    /** From now on failures are expected and not counted. */
    @Override
    public void close() {
        closed = true;
    }

    private Optional<String> send(String method, String path, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) service.resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            if (!body.isEmpty()) {
                write(connection, body);
            }
            int status = connection.getResponseCode();
            if (status / 100 != 2) {
                connection.disconnect();
                fail(method, path, "HTTP status " + status);
                return Optional.empty();
            }
            try (InputStream answer = connection.getInputStream()) {
                String read = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                answered.incrementAndGet();
                return Optional.of(read);
            }
        } catch (IOException e) {
            fail(method, path, e.toString());
            return Optional.empty();
        }
    }

    private static void write(HttpURLConnection connection, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
    }

    private void fail(String method, String path, String why) {
        if (closed) {
            return;
        }
        failed.incrementAndGet();
        if (reported.add(why)) {
            LOG.warn("{} {} failed: {} (counted, not reported again)", method, path, why);
        }
    }
}
