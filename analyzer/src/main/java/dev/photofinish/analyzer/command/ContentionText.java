package dev.photofinish.analyzer.command;

import static dev.photofinish.analyzer.command.Lines.counted;
import static dev.photofinish.analyzer.command.Lines.duration;
import static dev.photofinish.analyzer.command.Lines.line;

import dev.photofinish.analyzer.contention.Advice;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Estimate;
import dev.photofinish.analyzer.finding.LockQueue;
import dev.photofinish.analyzer.finding.LockQueue.Blocker;
import dev.photofinish.analyzer.finding.Places;
import dev.photofinish.analyzer.finding.SampledTime;
import dev.photofinish.analyzer.finding.Saturating;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the report about threads that waited. */
final class ContentionText {
    private static final int MAX_HOLDERS = 3;
    private static final int MAX_PLACES = 20;
    private static final int MAX_OTHER_WAITS = 5;

    private final Report report;

    ContentionText(Report report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        places(out, report.contention());
        otherWaits(out, report.otherWaits());
        thresholds(out);
        waitsWithoutStack(out);
    }

    private void waitsWithoutStack(PrintWriter out) {
        long waits = Stream.concat(report.contention().stream(), report.otherWaits().stream())
                .filter(row -> row.site().equals(Places.UNKNOWN))
                .mapToLong(Contention::waits)
                .reduce(0, Saturating::add);
        if (waits > 0) {
            line(out, "Of %s the recording has no stack: their place is unknown.", counted(waits, "wait"));
        }
    }

    private void places(PrintWriter out, List<Contention> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line(
                out,
                "Contention, by time waited (jfr: every wait that the JVM reports; handoff: waits in windows%s, with the"
                        + " holder's place)",
                sampled());
        line(
                out,
                "  %10s %10s %8s %10s  %s",
                "waited",
                "wall clock",
                "waits",
                "longest",
                "lock, place of the waiters, holders");
        rows.stream().limit(MAX_PLACES).forEach(row -> place(out, row, Estimate.of(row, report.sampled())));
        if (rows.size() > MAX_PLACES) {
            line(out, "  ... %d more", rows.size() - MAX_PLACES);
        }
        out.println();
    }

    /** Sums over windows are samples: what part of the time they stand for is said beside them. */
    private String sampled() {
        SampledTime sampled = report.sampled();
        return sampled.windowNanos() == 0 || sampled.recordedNanos() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", which were open for %s of %s",
                        duration(sampled.windowNanos()),
                        duration(sampled.recordedNanos()));
    }

    private static void place(PrintWriter out, Contention row, @Nullable Estimate estimate) {
        line(out, "%s  %s (%s, %s)", figures(row), row.lockClass(), row.kind(), row.source());
        indented(out, "waiting in " + row.site());
        indented(out, holders(row));
        if (estimate != null) {
            indented(
                    out,
                    String.format(
                            Locale.ROOT,
                            "estimated for all of the time, of which windows are %.3g %%: %s in %s",
                            100 * estimate.samplingRatio(),
                            duration(estimate.waitNanos()),
                            counted(estimate.waits(), "wait")));
        }
        LockQueue queue = row.queue();
        if (queue != null) {
            queue.blockers().stream()
                    .filter(blocker -> blocker.depth() > 1)
                    .limit(MAX_HOLDERS)
                    .forEach(blocker -> indented(out, root(blocker)));
            indented(
                    out,
                    String.format(
                            Locale.ROOT,
                            "up to %s waiting, longest hold %s, %s from release to acquire on average",
                            counted(queue.maxWaiters(), "thread"),
                            duration(queue.maxHoldNanos()),
                            duration(queue.latencyNanos() / Math.max(1, row.waits()))));
        }
        Advice.of(row).forEach(sentence -> indented(out, "- " + sentence));
    }

    private static String figures(Contention row) {
        return String.format(
                Locale.ROOT,
                "  %10s %10s %8d %10s",
                duration(row.waitNanos()),
                duration(row.contendedNanos()),
                row.waits(),
                duration(row.maxWaitNanos()));
    }

    private static String root(Blocker blocker) {
        return String.format(
                Locale.ROOT,
                "for %s the holder waited itself: for \"%s\", which had %s until %s",
                duration(blocker.nanos()),
                blocker.thread(),
                blocker.lockClass(),
                blocker.site());
    }

    private static String holders(Contention row) {
        if (row.holders().isEmpty()) {
            return "held by: not known";
        }
        String named = row.holders().stream()
                .limit(MAX_HOLDERS)
                .map(holder -> "\"" + holder.thread() + "\"" + (holder.site().isEmpty() ? "" : " in " + holder.site())
                        + " (" + holder.count() + ")")
                .collect(Collectors.joining(", "));
        int more = row.holders().size() - MAX_HOLDERS;
        return "held by " + named + (more > 0 ? " and " + more + " more" : "")
                + (row.holdNanos() > 0 ? ", for " + duration(row.holdNanos()) + " in all" : "");
    }

    private static void otherWaits(PrintWriter out, List<Contention> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line(out, "Waits for something to happen, which are no contention:");
        rows.stream()
                .limit(MAX_OTHER_WAITS)
                .forEach(row -> line(out, "%s  %s (%s) in %s", figures(row), row.lockClass(), row.kind(), row.site()));
        if (rows.size() > MAX_OTHER_WAITS) {
            line(out, "  ... %d more", rows.size() - MAX_OTHER_WAITS);
        }
        out.println();
    }

    /** An empty list of waits says nothing where the recording leaves them out. */
    private void thresholds(PrintWriter out) {
        Map<String, Long> thresholds = report.waitThresholds();
        if (thresholds.isEmpty()) {
            return;
        }
        line(
                out,
                "Not in the recording, but for windows: %s.",
                thresholds.entrySet().stream()
                        .map(threshold -> threshold.getKey() + " shorter than "
                                + shorterThan(
                                        report.lowestWaitThresholds().getOrDefault(threshold.getKey(), 0L),
                                        threshold.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String shorterThan(long lowestNanos, long highestNanos) {
        return lowestNanos == highestNanos
                ? duration(highestNanos)
                : duration(lowestNanos) + " (at times " + duration(highestNanos) + ")";
    }

    private static void indented(PrintWriter out, String text) {
        line(out, "  %41s    %s", "", text);
    }
}
