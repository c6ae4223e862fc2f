package dev.photofinish.analyzer.command;

import static dev.photofinish.analyzer.command.Lines.counted;
import static dev.photofinish.analyzer.command.Lines.line;

import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.HeldLock;
import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.finding.Race;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for a person. */
final class TextReport {
    private static final int MAX_FRAMES = 12;
    private static final int MAX_REASONS = 10;

    private final Report report;

    TextReport(Report report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        List<Race> races = report.races();
        for (int i = 0; i < races.size(); i++) {
            race(out, i + 1, races.get(i));
        }
        report.suppressed()
                .forEach(race -> line(
                        out,
                        "Suppressed: %s (%s, fingerprint %s): %s",
                        race.field(),
                        counted(race.count(), "unordered pair"),
                        race.fingerprint(),
                        race.reason()));
        List<LockCycle> cycles = report.lockCycles();
        for (int i = 0; i < cycles.size(); i++) {
            lockOrder(out, i + 1, cycles.get(i));
        }
        new ContentionText(report).print(out);
        summary(out);
    }

    private static void race(PrintWriter out, int number, Race race) {
        line(out, "Race %d: %s (%s)", number, race.field(), race.grade().label());
        for (AccessReport access : race.accesses()) {
            line(
                    out,
                    "  %-5s in %s by thread \"%s\"%s, %s",
                    access.kind(),
                    place(access.className(), access.method(), access.line()),
                    access.thread(),
                    access.pool().isEmpty() ? "" : " of pool " + access.pool(),
                    locks(access));
            stack(out, access);
            if (!access.submittedBy().isEmpty()) {
                line(out, "      submitted by thread \"%s\"", access.submittedBy());
                frames(out, access.submission());
            }
        }
        race.reasons().forEach(reason -> line(out, "  - %s", reason));
        line(out, "  %s, fingerprint %s", counted(race.count(), "unordered pair"), race.fingerprint());
        out.println();
    }

    private static void lockOrder(PrintWriter out, int number, LockCycle cycle) {
        line(
                out,
                cycle.happened()
                        ? "Lock order %d: a deadlock of %d threads (%s)"
                        : "Lock order %d: %d locks are taken in different orders (%s): a deadlock when the threads meet",
                number,
                cycle.steps().size(),
                cycle.grade().label());
        for (LockCycle.Step step : cycle.steps()) {
            line(
                    out,
                    "  thread \"%s\" holds %s%s and %s %s%s",
                    step.thread(),
                    step.held(),
                    step.heldAt().isEmpty() ? "" : " (taken at " + step.heldAt() + ")",
                    cycle.happened() ? "waits for" : "takes",
                    step.acquired(),
                    step.acquiredAt().isEmpty() ? "" : " at " + step.acquiredAt());
            frames(out, step.stack());
        }
        cycle.reasons().forEach(reason -> line(out, "  - %s", reason));
        line(
                out,
                cycle.happened() ? "  fingerprint %2$s" : "  in %s, fingerprint %s",
                counted(cycle.count(), "window"),
                cycle.fingerprint());
        out.println();
    }

    private static void stack(PrintWriter out, AccessReport access) {
        List<Frame> stack = access.stack();
        if (stack.isEmpty()) {
            line(out, "        (no stack was taken)");
            return;
        }
        if (!access.stackExact()) {
            line(out, "        (stack of another access at this place)");
        }
        frames(out, stack);
    }

    private static void frames(PrintWriter out, List<Frame> stack) {
        stack.stream()
                .limit(MAX_FRAMES)
                .forEach(frame -> line(out, "        at %s", place(frame.className(), frame.method(), frame.line())));
        if (stack.size() > MAX_FRAMES) {
            line(out, "        ... %d more", stack.size() - MAX_FRAMES);
        }
    }

    private static String locks(AccessReport access) {
        if (access.locksUnknown()) {
            return "whose locks are not known";
        }
        List<HeldLock> locks = access.locks();
        return locks.isEmpty()
                ? "holding no lock"
                : "holding "
                        + locks.stream()
                                .map(lock -> lock.lockClass() + "@" + lock.identity()
                                        + (lock.acquiredAt().isEmpty()
                                                ? ""
                                                : " (acquired at " + lock.acquiredAt() + ")"))
                                .collect(Collectors.joining(", "));
    }

    private void summary(PrintWriter out) {
        mostFrequent(report.incompleteByReason())
                .forEach((reason, count) -> line(out, "%s: %s", counted(count, "incomplete window"), reason));
        mostFrequent(report.agentLosses()).forEach((reason, count) -> line(out, "lost: %d (%s)", count, reason));
        if (!report.agentSeen()) {
            line(
                    out,
                    "The recording was made without the Photofinish agent: nothing can be said about races and lock order, nor"
                            + " about who held a lock of java.util.concurrent, how long locks were held, and waits that are"
                            + " too short for the JDK's own events.");
        }
        if (report.partial() > 0) {
            line(
                    out,
                    "In %s some threads count as one, as code from before an attach may have ordered them unseen: nothing is said"
                            + " of races between those.",
                    counted(report.partial(), "window"));
        }
        line(
                out,
                "%s, %s; %s (%d incomplete, %d warm-up), %s, %d lost",
                counted(report.races().size(), "race"),
                counted(report.contention().size(), "contended place"),
                counted(report.windows(), "window"),
                report.incomplete(),
                report.warmUps(),
                counted(report.events(), "event"),
                report.lost());
    }

    private static Map<String, Long> mostFrequent(Map<String, Long> counts) {
        Map<String, Long> ranked = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MAX_REASONS)
                .forEach(entry -> ranked.put(entry.getKey(), entry.getValue()));
        return ranked;
    }

    private static String place(String className, String method, int line) {
        return className + "." + method + (line < 0 ? "" : ":" + line);
    }
}
