package dev.photofinish.analyzer.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A service that was really started, and a client that really talks to it. */
public final class RunningAnalyzer implements AutoCloseable {
    /** The instance that chunks are sent for unless said otherwise. */
    public static final String JVM = "11111111-2222-3333-4444-555555555555";

    private static final long PATIENCE_SECONDS = 30;

    private final AnalyzerServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ObjectMapper json = new ObjectMapper();

    private RunningAnalyzer(AnalyzerServer server) {
        this.server = server;
    }

    public static RunningAnalyzer start(Path dataDir, Map<String, String> options) {
        return start(dataDir, InstantSource.system(), options);
    }

    public static RunningAnalyzer start(Path dataDir, InstantSource clock, Map<String, String> options) {
        PrometheusMeterRegistry registry =
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
        registry.throwExceptionOnRegistrationFailure();
        return new RunningAnalyzer(AnalyzerServer.start(options(dataDir, options), clock, registry));
    }

    static ServeOptions options(Path dataDir, Map<String, String> options) {
        Properties properties = new Properties();
        properties.setProperty("photofinish.analyzer.listen", "127.0.0.1:0");
        properties.setProperty("photofinish.analyzer.dataDir", dataDir.toString());
        options.forEach((key, value) -> properties.setProperty("photofinish.analyzer." + key, value));
        return ServeOptions.read(Map.of(), properties, null);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** The JSON of a path that answers 200. */
    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return tree(answer);
    }

    public JsonNode tree(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    /** A request for a chunk with all its headers, for a test to change. */
    public HttpRequest.Builder chunk(String instance, long sequence, byte[] body) {
        return HttpRequest.newBuilder(uri("/api/v1/chunks"))
                .timeout(Duration.ofSeconds(20))
                .header("Photofinish-Instance", instance)
                .header("Photofinish-Sequence", Long.toString(sequence))
                .header("Photofinish-Service", "shop")
                .header("Content-Encoding", "gzip")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body));
    }

    public HttpResponse<String> post(long sequence, RecordedChunk chunk) {
        return post(JVM, sequence, chunk);
    }

    public HttpResponse<String> post(String instance, long sequence, RecordedChunk chunk) {
        return send(chunk(instance, sequence, chunk.gzip()).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a time series, by its name and labels as the classic text has them; 0 where it is not there. */
    public double metric(String series) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** The number of chunks with that outcome. */
    public double chunks(String outcome) {
        return metric("photofinish_chunks_total{outcome=\"" + outcome + "\"}");
    }

    public void awaitChunks(String outcome, int count) {
        await(count + " chunks " + outcome, () -> chunks(outcome) >= count);
    }

    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited " + PATIENCE_SECONDS + " s in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
