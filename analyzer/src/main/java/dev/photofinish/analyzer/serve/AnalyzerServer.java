package dev.photofinish.analyzer.serve;

import dev.photofinish.analyzer.api.ApiRoutes;
import dev.photofinish.analyzer.http.HttpServer;
import dev.photofinish.analyzer.http.HttpStartException;
import dev.photofinish.analyzer.http.Right;
import dev.photofinish.analyzer.http.Route;
import dev.photofinish.analyzer.ingest.AnalysisQueue;
import dev.photofinish.analyzer.ingest.ChunkHandler;
import dev.photofinish.analyzer.ingest.SpoolException;
import dev.photofinish.analyzer.metrics.AnalyzerMetrics;
import dev.photofinish.analyzer.page.PageRoutes;
import dev.photofinish.analyzer.profile.LockProfiles;
import dev.photofinish.analyzer.store.AnalyzerStore;
import dev.photofinish.analyzer.store.FindingStore;
import dev.photofinish.analyzer.store.StoreException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The running service. */
public final class AnalyzerServer implements AutoCloseable {
    private static final String DEVELOPMENT = "development";

    private final String host;
    private final int port;
    private final Deque<Runnable> closers;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AnalyzerServer(String host, int port, Deque<Runnable> closers) {
        this.host = host;
        this.port = port;
        this.closers = closers;
    }

    /**
     * Starts everything.
     *
     * @throws StartException if something of it cannot be started; nothing is left running then
     */
    public static AnalyzerServer start(ServeOptions options, InstantSource clock, PrometheusMeterRegistry registry) {
        Deque<Runnable> closers = new ArrayDeque<>();
        try {
            return start(options, clock, registry, closers);
        } catch (StoreException | SpoolException | HttpStartException e) {
            closers.forEach(Runnable::run);
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            closers.forEach(Runnable::run);
            throw e;
        }
    }

    private static AnalyzerServer start(
            ServeOptions options, InstantSource clock, PrometheusMeterRegistry registry, Deque<Runnable> closers) {
        DataDirectory directory = DataDirectory.open(options.dataDir());
        closers.push(directory::close);
        AnalyzerStore store = AnalyzerStore.open(directory.database());
        closers.push(store::close);
        AnalyzerMetrics metrics = new AnalyzerMetrics(registry, options.liveness(), version());
        LockProfiles profiles = new LockProfiles();
        AnalysisQueue queue = new AnalysisQueue(directory.spool(), options.ingest(), store, metrics, profiles, clock);
        closers.push(queue::close);
        metrics.streamLag(queue::lagSeconds);
        Retention retention = new Retention(store.findings(), options.retention(), clock);
        closers.push(retention::close);
        HttpServer http =
                HttpServer.start(options.http(), routes(options, store.findings(), metrics, profiles, queue, clock));
        closers.push(http::close);
        return new AnalyzerServer(options.http().host(), http.port(), closers);
    }

    /** The addresses of the server, with those of the page. */
    static List<Route> routes(
            ServeOptions options,
            FindingStore store,
            AnalyzerMetrics metrics,
            LockProfiles profiles,
            AnalysisQueue queue,
            InstantSource clock) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.post("/api/v1/chunks", Right.INGEST, new ChunkHandler(queue, metrics)));
        routes.addAll(ApiRoutes.of(store, metrics, options.liveness(), clock, queue::problem));
        routes.addAll(PageRoutes.of(store, profiles, options.liveness(), version(), clock));
        return routes;
    }

    /** Where it listens, as the beginning of a URL without a slash at its end. */
    public String address() {
        String name = host.equals("0.0.0.0") || host.equals("[::]") ? "localhost" : host;
        return "http://" + name + ":" + port;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The version of the jar; where there is no jar, a word. */
    static String version() {
        String version = AnalyzerServer.class.getPackage().getImplementationVersion();
        return version == null ? DEVELOPMENT : version;
    }

    /** Stops everything, in the reverse order; again without effect. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closers.forEach(Runnable::run);
        }
    }
}
