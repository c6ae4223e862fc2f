package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.http.HttpRefusedException;
import dev.photofinish.analyzer.http.Resource;
import dev.photofinish.analyzer.http.Right;
import dev.photofinish.analyzer.http.Route;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.store.Finding;
import dev.photofinish.analyzer.store.FindingQuery;
import dev.photofinish.analyzer.store.FindingStore;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The addresses of the page. */
public final class PageRoutes {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int FINDINGS = 100;
    private static final int PLACES = 20;
    private static final int LOCK_ORDERS = 50;
    private static final int AGENTS = 50;

    private final FindingStore store;
    private final AgentLiveness liveness;
    private final String version;
    private final InstantSource clock;

    private PageRoutes(FindingStore store, AgentLiveness liveness, String version, InstantSource clock) {
        this.store = store;
        this.liveness = liveness;
        this.version = version;
        this.clock = clock;
    }

    /** All of them. */
    public static List<Route> of(FindingStore store, AgentLiveness liveness, String version, InstantSource clock) {
        PageRoutes routes = new PageRoutes(store, liveness, version, clock);
        return List.of(
                Route.get("/", Right.READ, routes::overview),
                Route.get("/findings/{id}", Right.READ, routes::finding),
                Route.get("/page.css", Right.PUBLIC, Resource.of(PageRoutes.class, "/page.css", "text/css")));
    }

    private void overview(Context context) {
        Instant now = clock.instant();
        Html html = OverviewHtml.begin("Photofinish", version);
        FindingQuery all = new FindingQuery(null, null, null, now.toEpochMilli(), 0, FINDINGS);
        OverviewHtml.findings(html, store.findings(all), now);
        OverviewHtml.lockOrders(html, store.lockOrders(null, LOCK_ORDERS), now);
        OverviewHtml.contention(html, store.contention(null, PLACES));
        OverviewHtml.agents(html, store.agents(now.minus(liveness.goneAfter()), AGENTS), liveness, now);
        answer(context, html);
    }

    private void finding(Context context) {
        Instant now = clock.instant();
        Finding finding = store.finding(context.pathParam("id"), now)
                .orElseThrow(() -> new HttpRefusedException(404, "there is no finding of this id"));
        Html html = OverviewHtml.begin(finding.field(), version);
        html.open("h1").text("Suspected data race").close();
        FindingHtml.write(html, finding, now, true);
        answer(context, html);
    }

    private static void answer(Context context, Html html) {
        context.header("Content-Security-Policy", POLICY);
        context.contentType("text/html; charset=utf-8").result(html.finish());
    }
}
