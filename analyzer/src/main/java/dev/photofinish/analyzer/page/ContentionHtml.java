package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.contention.Advice;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.LockQueue.Blocker;
import dev.photofinish.analyzer.finding.StackRole;
import dev.photofinish.analyzer.store.LockContention;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places where threads waited: a line each, which unfolds to who made them wait and what the figures suggest. */
final class ContentionHtml {
    private static final int UNFOLDED = 2;
    private static final int HOLDERS_SHOWN = 5;

    private ContentionHtml() {}

    static void contention(Html html, List<LockContention> rows) {
        html.open("h1").text("Contention").close();
        if (rows.isEmpty()) {
            html.element("p", "empty", "No thread has waited for a lock long enough to be recorded.");
            return;
        }
        html.open("p", "class", "facts").text("Flame graphs: ");
        for (StackRole role : StackRole.values()) {
            html.open("a", "href", "/stacks/" + role.label(), "title", role.meaning())
                    .text(role.words())
                    .close()
                    .text(" ");
        }
        html.close();
        int shown = 0;
        for (LockContention row : rows) {
            place(html, row, shown < UNFOLDED);
            shown++;
        }
    }

    private static void place(Html html, LockContention row, boolean unfolded) {
        Contention contention = row.contention();
        String id = "contention-" + contention.id();
        if (unfolded) {
            html.open("details", "class", "finding", "id", id, "open", "");
        } else {
            html.open("details", "class", "finding", "id", id);
        }
        html.open("summary")
                .element("span", "grade wait", Words.duration(contention.waitNanos()))
                .open("span", "class", "field", "title", contention.lockClass())
                .text(Words.shortName(contention.lockClass()))
                .close()
                .element("span", "site", "waited for at " + contention.site())
                .element("span", "service", row.service())
                .element("span", "state", contention.kind() + ", " + contention.source())
                .close();
        html.element("p", "facts", facts(contention, row.estimate(), row.thresholdNanos()));
        List<String> advice = Advice.of(contention);
        if (!advice.isEmpty()) {
            html.open("ul", "class", "reasons");
            advice.forEach(sentence -> html.element("li", "reason", sentence));
            html.close();
        }
        html.open("div", "class", "sides");
        waiter(html, contention);
        holders(html, contention);
        html.close().close();
    }

    private static String facts(Contention contention, @Nullable Estimate estimate, @Nullable Long thresholdNanos) {
        return Words.count(contention.waits(), "wait", "waits") + ", " + Words.duration(contention.waitNanos())
                + " added up over all waiters, " + Words.duration(contention.contendedNanos())
                + " by the wall clock, the longest " + Words.duration(contention.maxWaitNanos()) + "."
                + (contention.queue() == null
                        ? " From the JDK's own events: " + counted(contention, thresholdNanos)
                        : " Seen in windows: " + words(estimate));
    }

    /** The threshold is the highest so far: waits that came while it was lower may be shorter. */
    private static String counted(Contention contention, @Nullable Long thresholdNanos) {
        if (thresholdNanos == null) {
            return "every wait that is long enough.";
        }
        return "every wait from " + Words.duration(thresholdNanos) + " on"
                + (contention.hasWaitsBelow(thresholdNanos)
                        ? ", and shorter ones that came while the threshold was lower."
                        : ".");
    }

    private static String words(@Nullable Estimate estimate) {
        return estimate == null
                ? "a sample."
                : Words.percent(estimate.samplingRatio()) + " of the time. Estimated for all of it: "
                        + Words.count(estimate.waits(), "wait", "waits") + ", " + Words.duration(estimate.waitNanos())
                        + " added up.";
    }

    private static void waiter(Html html, Contention contention) {
        html.open("section", "class", "side").open("h3").text("who waited").close();
        if (contention.stack().isEmpty()) {
            html.element("p", "none", "at " + contention.site());
        } else {
            StackHtml.write(html, contention.stack());
        }
        html.close();
    }

    private static void holders(Html html, Contention contention) {
        html.open("section", "class", "side")
                .open("h3")
                .text("who made them wait")
                .close();
        LockQueue queue = contention.queue();
        if (queue != null && !queue.blockers().isEmpty()) {
            html.open("ul", "class", "blockers");
            queue.blockers().stream()
                    .limit(HOLDERS_SHOWN)
                    .forEach(blocker -> html.element("li", "blocker", words(blocker)));
            html.close();
        } else if (contention.holders().isEmpty()) {
            html.element("p", "none", "The JDK's events do not say who held it.");
        } else {
            html.element(
                    "p",
                    "thread",
                    contention.holders().stream()
                            .limit(HOLDERS_SHOWN)
                            .map(holder -> holder.thread() + (holder.site().isEmpty() ? "" : " at " + holder.site())
                                    + " (" + Words.count(holder.count(), "time", "times") + ")")
                            .collect(Collectors.joining(", ")));
        }
        html.close();
    }

    private static String words(Blocker blocker) {
        String held = "thread " + blocker.thread() + ", which let go of " + Words.shortName(blocker.lockClass())
                + " at " + (blocker.site().isEmpty() ? "an unknown place" : blocker.site());
        return Words.duration(blocker.nanos()) + ": " + held
                + (blocker.depth() > 1
                        ? ", " + (blocker.depth() - 1) + (blocker.depth() == 2 ? " lock" : " locks")
                                + " further on: the" + " holder waited itself"
                        : "");
    }

    static void otherWaits(Html html, List<LockContention> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.open("h1").text("Waits for something to happen").close();
        html.element(
                "p",
                "facts",
                "No contention: conditions, queues, futures, idle workers, Object.wait, pinned carriers.");
        OverviewHtml.head(html, "waited for", "kind", "waited at", "waits", "sum of waits", "longest", "service");
        for (LockContention row : rows) {
            Contention wait = row.contention();
            html.open("tr");
            html.open("td", "title", wait.lockClass())
                    .element("code", "lock", Words.shortName(wait.lockClass()))
                    .close();
            html.element("td", "source", wait.kind());
            html.element("td", "site", wait.site());
            html.element("td", "number", Long.toString(wait.waits()));
            html.element("td", "number", Words.duration(wait.waitNanos()));
            html.element("td", "number", Words.duration(wait.maxWaitNanos()));
            html.element("td", "service", row.service());
            html.close();
        }
        html.close().close().close();
    }
}
