package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.store.LockOrderFinding;
import java.time.Instant;
import java.util.stream.Collectors;

/** One cycle of locks: a line that says which, and what each thread did beside the others. */
final class LockOrderHtml {
    private LockOrderHtml() {}

    /**
     * Writes a finding that unfolds.
     *
     * @param unfolded whether it already is
     */
    static void write(Html html, LockOrderFinding finding, Instant now, boolean unfolded) {
        LockCycle cycle = finding.cycle();
        String grade = cycle.grade().label();
        String locks =
                cycle.steps().stream().map(step -> Words.shortName(step.held())).collect(Collectors.joining(" → "));
        String id = "lock-order-" + cycle.fingerprint();
        if (unfolded) {
            html.open("details", "class", "finding", "id", id, "open", "");
        } else {
            html.open("details", "class", "finding", "id", id);
        }
        html.open("summary")
                .element("span", "grade " + grade, grade)
                .element("span", "field", locks)
                .element("span", "service", finding.service())
                .element("span", "state", cycle.happened() ? "deadlock" : "lock order")
                .open("span", "class", "seen", "title", finding.lastSeen().toString())
                .text(Words.ago(finding.lastSeen(), now))
                .close()
                .close();
        html.element("p", "facts", said(cycle) + " First seen " + Words.ago(finding.firstSeen(), now) + ".");
        html.open("ul", "class", "reasons");
        cycle.reasons().forEach(reason -> html.element("li", "reason", reason));
        html.close().open("div", "class", "sides");
        cycle.steps().forEach(step -> step(html, step, cycle.happened()));
        html.close().close();
    }

    private static String said(LockCycle cycle) {
        return cycle.happened()
                ? "A deadlock: each thread waits for the next, for ever."
                : "Taken in different orders in " + Words.count(cycle.count(), "window", "windows")
                        + ": when the threads meet, each waits for the next, for ever.";
    }

    private static void step(Html html, LockCycle.Step step, boolean happened) {
        html.open("section", "class", "side")
                .open("h3")
                .text(happened ? "waits for " : "takes ")
                .element("code", "lock", Words.shortName(step.acquired()))
                .text(step.acquiredAt().isEmpty() ? "" : " at " + step.acquiredAt())
                .close();
        html.open("p", "class", "thread")
                .text("thread ")
                .element("b", "name", step.thread())
                .close();
        html.open("p", "class", "locks")
                .text("while it holds ")
                .element("code", "lock", step.held())
                .text(step.heldAt().isEmpty() ? "" : " taken at " + step.heldAt())
                .close();
        StackHtml.write(html, step.stack());
        html.close();
    }
}
