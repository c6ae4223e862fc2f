package dev.photofinish.analyzer.page;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.store.Acknowledgement;
import dev.photofinish.analyzer.store.Finding;
import java.time.Instant;

/** One finding: a line that says what it is, and both sides beside each other. */
final class FindingHtml {
    private FindingHtml() {}

    /**
     * Writes a finding that unfolds.
     *
     * @param unfolded whether it already is
     */
    static void write(Html html, Finding finding, Instant now, boolean unfolded) {
        if (unfolded) {
            html.open("details", "class", "finding", "id", finding.id(), "open", "");
        } else {
            html.open("details", "class", "finding", "id", finding.id());
        }
        summary(html, finding, now);
        facts(html, finding, now);
        html.open("div", "class", "sides");
        finding.accesses().forEach(access -> side(html, access));
        html.close().close();
    }

    private static void summary(Html html, Finding finding, Instant now) {
        String grade = finding.grade().label();
        html.open("summary")
                .element("span", "grade " + grade, grade)
                .open("span", "class", "field", "title", finding.field())
                .text(finding.field())
                .close()
                .element("span", "service", finding.service())
                .element(
                        "span",
                        "state " + finding.state().label(),
                        finding.state().label())
                .open("span", "class", "seen", "title", finding.lastSeen().toString())
                .text(Words.ago(finding.lastSeen(), now))
                .close()
                .close();
    }

    private static void facts(Html html, Finding finding, Instant now) {
        String seen = Words.count(finding.count(), "pair of accesses", "pairs of accesses") + " unordered in "
                + finding.observations() + " of "
                + Words.count(finding.windows(), "complete window", "complete windows")
                + ", in " + Words.count(finding.instances(), "JVM", "JVMs") + "; first seen "
                + Words.ago(finding.firstSeen(), now) + ".";
        html.element("p", "facts", seen);
        html.open("ul", "class", "reasons");
        finding.reasons().forEach(reason -> html.element("li", "reason", reason));
        html.close();
        Acknowledgement acknowledgement = finding.acknowledgement();
        if (acknowledgement != null) {
            html.element(
                    "p",
                    "acknowledged",
                    "Acknowledged by " + acknowledgement.by() + " until " + acknowledgement.until() + ": "
                            + acknowledgement.reason());
        }
        html.open("p", "class", "facts")
                .open("a", "href", "/findings/" + finding.id())
                .text("finding " + finding.id())
                .close()
                .text(" · ")
                .open("a", "href", "/api/v1/findings/" + finding.id())
                .text("JSON")
                .close()
                .close();
    }

    private static void side(Html html, AccessReport access) {
        html.open("section", "class", "side")
                .open("h3")
                .element("span", "kind " + access.kind(), access.kind())
                .text(" in " + Words.shortSite(access.className(), access.method(), access.line()))
                .close();
        html.open("p", "class", "thread")
                .text("thread ")
                .element("b", "name", access.thread())
                .text(access.pool().isEmpty() ? "" : " of pool " + access.pool())
                .close();
        locks(html, access);
        stack(html, access);
        submission(html, access);
        html.close();
    }

    private static void locks(Html html, AccessReport access) {
        html.open("div", "class", "locks");
        if (access.locksUnknown()) {
            html.element("span", "none", "locks held: not known");
        } else if (access.locks().isEmpty()) {
            html.element("span", "none", "no lock held");
        } else {
            html.text("locks held");
            html.open("ul");
            for (HeldLock lock : access.locks()) {
                html.open("li").element("code", "lock", lock.lockClass() + " #" + lock.identity());
                if (!lock.acquiredAt().isEmpty()) {
                    html.text(" taken at " + lock.acquiredAt());
                }
                html.close();
            }
            html.close();
        }
        html.close();
    }

    private static void stack(Html html, AccessReport access) {
        if (access.stack().isEmpty()) {
            html.element("p", "none", "no stack was taken");
            return;
        }
        if (!access.stackExact()) {
            html.element("p", "none", "stack of another access at the same place");
        }
        StackHtml.write(html, access.stack());
    }

    private static void submission(Html html, AccessReport access) {
        if (!access.submittedBy().isEmpty()) {
            html.open("p", "class", "thread")
                    .text("submitted by thread ")
                    .element("b", "name", access.submittedBy())
                    .close();
            StackHtml.write(html, access.submission());
        }
    }
}
