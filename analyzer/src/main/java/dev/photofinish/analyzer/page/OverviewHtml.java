package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.analysis.AnalysisListener.AgentStatus;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.store.Agent;
import dev.photofinish.analyzer.store.Finding;
import dev.photofinish.analyzer.store.FindingPage;
import dev.photofinish.analyzer.store.LockOrderFinding;
import java.time.Instant;
import java.util.List;

/** The parts of the page: its frame, the findings, lock orders and agents. */
final class OverviewHtml {
    private static final int UNFOLDED = 3;

    private OverviewHtml() {}

    /** Begins a page; {@link Html#finish} ends it. */
    static Html begin(String title, String version) {
        Html html = new Html();
        html.open("html", "lang", "en").open("head");
        html.leaf("meta", "charset", "utf-8");
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("title").text(title).close();
        html.leaf("link", "rel", "stylesheet", "href", "/page.css");
        html.close().open("body").open("header");
        html.open("a", "class", "home", "href", "/").text("Photofinish").close();
        html.element("span", "version", version);
        html.open("nav");
        link(html, "/api/v1/findings", "findings");
        link(html, "/api/v1/contention", "contention");
        link(html, "/api/v1/lock-order", "lock order");
        link(html, "/api/v1/agents", "agents");
        link(html, "/api/v1/openapi.json", "API");
        link(html, "/metrics", "metrics");
        return html.close().close().open("main");
    }

    static void findings(Html html, FindingPage page, Instant now) {
        html.open("h1")
                .text("Suspected data races")
                .element("span", "total", Long.toString(page.total()))
                .close();
        if (page.findings().isEmpty()) {
            html.element(
                    "p",
                    "empty",
                    "None so far. An empty list says something only where the coverage below is not small.");
        }
        int shown = 0;
        for (Finding finding : page.findings()) {
            FindingHtml.write(html, finding, now, shown < UNFOLDED);
            shown++;
        }
        if (page.total() > page.findings().size()) {
            html.element("p", "empty", (page.total() - page.findings().size()) + " more by the API.");
        }
    }

    static void lockOrders(Html html, List<LockOrderFinding> found, Instant now) {
        html.open("h1")
                .text("Deadlocks and lock order")
                .element("span", "total", Integer.toString(found.size()))
                .close();
        if (found.isEmpty()) {
            html.element("p", "empty", "No locks were taken in different orders by threads that could meet.");
        }
        int shown = 0;
        for (LockOrderFinding finding : found) {
            LockOrderHtml.write(html, finding, now, shown < UNFOLDED);
            shown++;
        }
    }

    static void agents(Html html, List<Agent> agents, AgentLiveness liveness, Instant now) {
        html.open("h1")
                .text("Agents")
                .element("span", "total", Integer.toString(agents.size()))
                .close();
        if (agents.isEmpty()) {
            html.element("p", "empty", "No JVM has sent anything lately.");
            return;
        }
        head(html, "service", "instance", "state", "coverage", "cost of CPU", "budget", "fields armed", "last seen");
        for (Agent agent : agents) {
            AgentStatus status = agent.status();
            String state = liveness.state(agent, now);
            html.open("tr");
            html.element("td", "service", agent.service());
            html.open("td").element("code", "instance", agent.instance()).close();
            html.open("td").element("span", "agent " + state, state).close();
            html.element("td", "number", status == null ? "–" : Words.percent(status.coverageRatio()));
            html.element("td", "number", status == null ? "–" : Words.percent(status.overheadRatio()));
            html.element("td", "number", status == null ? "–" : Words.percent(status.budgetPercent() / 100));
            html.element("td", "number", status == null ? "–" : status.fieldsArmed() + " of " + status.fieldsKnown());
            html.open("td", "class", "number", "title", agent.lastSeen().toString())
                    .text(Words.ago(agent.lastSeen(), now))
                    .close();
            html.close();
        }
        html.close().close().close();
    }

    /** Opens a table and its body, in a box that scrolls. */
    static void head(Html html, String... columns) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : columns) {
            html.open("th").text(column).close();
        }
        html.close().close().open("tbody");
    }

    private static void link(Html html, String href, String text) {
        html.open("a", "href", href).text(text).close();
    }
}
