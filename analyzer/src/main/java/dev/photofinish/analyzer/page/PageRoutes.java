package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.flame.FlameGraph;
import dev.photofinish.analyzer.http.HttpRefusedException;
import dev.photofinish.analyzer.http.Resource;
import dev.photofinish.analyzer.http.Right;
import dev.photofinish.analyzer.http.Route;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.profile.LockProfiles;
import dev.photofinish.analyzer.store.Finding;
import dev.photofinish.analyzer.store.FindingQuery;
import dev.photofinish.analyzer.store.FindingStore;
import io.javalin.http.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** The addresses of the page. */
public final class PageRoutes {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int FINDINGS = 100;
    private static final int PLACES = 20;
    private static final int OTHER_WAITS = 10;
    private static final int LOCK_ORDERS = 50;
    private static final int AGENTS = 50;

    private final FindingStore store;
    private final LockProfiles profiles;
    private final AgentLiveness liveness;
    private final String version;
    private final InstantSource clock;

    private PageRoutes(
            FindingStore store, LockProfiles profiles, AgentLiveness liveness, String version, InstantSource clock) {
        this.store = store;
        this.profiles = profiles;
        this.liveness = liveness;
        this.version = version;
        this.clock = clock;
    }

    /** All of them. */
    public static List<Route> of(
            FindingStore store, LockProfiles profiles, AgentLiveness liveness, String version, InstantSource clock) {
        PageRoutes routes = new PageRoutes(store, profiles, liveness, version, clock);
        return List.of(
                Route.get("/", Right.READ, routes::overview),
                Route.get("/findings/{id}", Right.READ, routes::finding),
                Route.get("/stacks/{role}", Right.READ, routes::stacks),
                Route.get("/page.css", Right.PUBLIC, Resource.of(PageRoutes.class, "/page.css", "text/css")));
    }

    private void overview(Context context) {
        Instant now = clock.instant();
        Html html = OverviewHtml.begin("Photofinish", version);
        FindingQuery all = new FindingQuery(null, null, null, now.toEpochMilli(), 0, FINDINGS);
        OverviewHtml.findings(html, store.findings(all), now);
        OverviewHtml.lockOrders(html, store.lockOrders(null, LOCK_ORDERS), now);
        ContentionHtml.contention(html, store.contention(null, PLACES));
        ContentionHtml.otherWaits(html, store.otherWaits(null, OTHER_WAITS));
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

    /** A flame graph, whose scripts stand in the page: its policy allows those and nothing else. */
    private void stacks(Context context) {
        StackRole role = Arrays.stream(StackRole.values())
                .filter(known -> known.label().equals(context.pathParam("role")))
                .findFirst()
                .orElseThrow(() -> new HttpRefusedException(404, "there are no stacks of this name"));
        StringWriter page = new StringWriter();
        PrintWriter out = new PrintWriter(page);
        String service = context.queryParam("service");
        FlameGraph.write(
                profiles.stacks(role, service),
                "Lock " + role.words() + (service == null ? "" : " of " + service),
                role.meaning() + ", since the analyzer started.",
                "/",
                out);
        context.header("Content-Security-Policy", FlameGraph.policy() + "; frame-ancestors 'none'");
        context.contentType("text/html; charset=utf-8").result(page.toString());
    }

    private static void answer(Context context, Html html) {
        context.header("Content-Security-Policy", POLICY);
        context.contentType("text/html; charset=utf-8").result(html.finish());
    }
}
