package dev.photofinish.analyzer.api;

import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.http.Resource;
import dev.photofinish.analyzer.http.Right;
import dev.photofinish.analyzer.http.Route;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.metrics.AnalyzerMetrics;
import dev.photofinish.analyzer.store.FindingStore;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The addresses of the API. */
public final class ApiRoutes {
    private final FindingStore store;
    private final AnalyzerMetrics metrics;
    private final InstantSource clock;
    private final Supplier<Optional<String>> problem;

    private ApiRoutes(
            FindingStore store, AnalyzerMetrics metrics, InstantSource clock, Supplier<Optional<String>> problem) {
        this.store = store;
        this.metrics = metrics;
        this.clock = clock;
        this.problem = problem;
    }

    /**
     * All of them.
     *
     * @param problem why the analyzer cannot do its work at the moment, empty where it can
     */
    public static List<Route> of(
            FindingStore store,
            AnalyzerMetrics metrics,
            AgentLiveness liveness,
            InstantSource clock,
            Supplier<Optional<String>> problem) {
        ApiRoutes routes = new ApiRoutes(store, metrics, clock, problem);
        FindingsApi findings = new FindingsApi(store, clock);
        return List.of(
                Route.get("/api/v1/findings", Right.READ, findings::list),
                Route.get("/api/v1/findings/{id}", Right.READ, findings::one),
                Route.post("/api/v1/findings/{id}/acknowledge", Right.CONTROL, findings::acknowledge),
                Route.get("/api/v1/contention", Right.READ, new ContentionApi(store)::list),
                Route.get("/api/v1/lock-order", Right.READ, new LockOrderApi(store)::list),
                Route.get("/api/v1/agents", Right.READ, new AgentsApi(store, liveness, clock)::list),
                Route.get(
                        "/api/v1/openapi.json",
                        Right.PUBLIC,
                        Resource.of(ApiRoutes.class, "/openapi.json", "application/json")),
                Route.get("/health/live", Right.PUBLIC, ApiRoutes::live),
                Route.get("/health/ready", Right.PUBLIC, routes::ready),
                Route.get("/metrics", Right.READ, routes::scrape));
    }

    private static void live(Context context) {
        JsonAnswer.write(context, 200, Map.of("status", "live"));
    }

    private void ready(Context context) {
        Optional<String> reason = problem.get();
        if (reason.isPresent()) {
            JsonAnswer.write(context, 503, Map.of("status", "not ready", "error", reason.get()));
        } else {
            JsonAnswer.write(context, 200, Map.of("status", "ready"));
        }
    }

    private void scrape(Context context) throws IOException {
        String format = AnalyzerMetrics.format(context.header("Accept"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        metrics.scrape(store, clock.instant(), format, out);
        context.contentType(format).result(out.toByteArray());
    }
}
