package dev.photofinish.blackbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * The analyzer's side of the wire and nothing more: takes chunks as {@code POST /api/v1/chunks} and keeps them as files.
 * It can be down and come back on the same port.
 */
final class ChunkReceiver implements AutoCloseable {
    private final Path directory;
    private final int port;
    private final NavigableMap<Long, Path> chunks = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListSet<String> instances = new ConcurrentSkipListSet<>();
    private @Nullable HttpServer server;
    private @Nullable Random failures;

    /** Keeps the chunks in an empty directory of that name; it is down until {@link #up}. */
    ChunkReceiver(String name) throws IOException {
        directory = Files.createDirectories(Shipped.target().resolve("chunks").resolve(name));
        try (var left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        port = freePort();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Fails at a part of the chunks: by an answer, or by taking them without keeping them. */
    ChunkReceiver unreliable(Random random) {
        failures = random;
        return this;
    }

    ChunkReceiver up() throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/api/v1/chunks", this::take);
        started.start();
        server = started;
        return this;
    }

    void down() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Where the chunks are: a directory for {@code analyze}. */
    Path directory() {
        return directory;
    }

    /** The chunks by their sequence numbers. */
    NavigableMap<Long, Path> chunks() {
        return chunks;
    }

    /** Waits until the chunks, analysed, tell of a race of that field; fails when the time is over. */
    void awaitReported(String field, Duration patience) throws Exception {
        Await.until(
                field + " reported",
                patience,
                () -> !chunks.isEmpty() && Analysis.of(directory).fields().contains(field));
    }

    /** The last word of the agent on its state, in the latest chunk. */
    String lastState() throws IOException {
        return RecordingFile.readAllEvents(chunks.lastEntry().getValue()).stream()
                .filter(event -> event.getEventType().getName().equals("photofinish.AgentStatus"))
                .max(Comparator.comparing(RecordedEvent::getStartTime))
                .orElseThrow()
                .getString("state");
    }

    int instances() {
        return instances.size();
    }

    @Override
    public void close() {
        down();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String instance = exchange.getRequestHeaders().getFirst("Photofinish-Instance");
            String sequence = exchange.getRequestHeaders().getFirst("Photofinish-Sequence");
            if (instance == null || sequence == null) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            int fate = failures == null ? 9 : failures.nextInt(10);
            if (fate < 3) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(fate == 0 ? 202 : 503, -1);
                return;
            }
            byte[] chunk;
            try (InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
                chunk = body.readAllBytes();
            }
            long number = Long.parseLong(sequence);
            Path file = directory.resolve("%s-%06d.jfr".formatted(instance, number));
            boolean known = Files.exists(file);
            Files.write(file, chunk);
            chunks.put(number, file);
            instances.add(instance);
            exchange.sendResponseHeaders(known ? 200 : 202, -1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
